using System.Net;
using System.Net.Sockets;
using System.Text;
using GroundedDocs.Adapters.Outbound;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Outbound;

/// <summary>
/// Fetching from a server on 127.0.0.2, which stands for the public internet here: only it is allowed, and names resolve as each test
/// says.
/// </summary>
public sealed class OutboundFetcherTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();
    private readonly TcpListener listener = new(IPAddress.Parse("127.0.0.2"), 0);

    public OutboundFetcherTests() => listener.Start();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    [Fact]
    public async Task Document_AtAPublicAddress_IsFetched()
    {
        using var fetcher = Fetcher();
        var served = AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

        Assert.Null(await fetcher.FetchAsync(Address("public.example"), path, Cancellation));

        await served;
        Assert.Equal("hello", await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task Name_ThatResolvesToAPrivateAddress_IsNotCalled()
    {
        using var fetcher = Fetcher();

        Assert.Equal("url.address", (await fetcher.FetchAsync(Address("private.example"), path, Cancellation))?.Code);
    }

    [Fact]
    public async Task Name_ThatResolvesToBoth_IsNotCalled()
    {
        using var fetcher = Fetcher();

        Assert.Equal("url.address", (await fetcher.FetchAsync(Address("both.example"), path, Cancellation))?.Code);
    }

    [Fact]
    public async Task Redirect_ToAPrivateAddress_IsNotFollowed()
    {
        using var fetcher = Fetcher();
        var served = AnswerAsync("HTTP/1.1 302 Found\r\nLocation: http://private.example/\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("url.address", (await fetcher.FetchAsync(Address("public.example"), path, Cancellation))?.Code);
        await served;
    }

    [Fact]
    public async Task Redirect_ToAnotherScheme_IsNotFollowed()
    {
        using var fetcher = Fetcher();
        var served = AnswerAsync("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("url.scheme", (await fetcher.FetchAsync(Address("public.example"), path, Cancellation))?.Code);
        await served;
    }

    [Fact]
    public async Task Redirects_WithoutEnd_Stop()
    {
        using var fetcher = Fetcher(options => options with { Redirects = 1 });
        var answer = "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        var served = AnswerAsync(answer, answer);

        Assert.Equal("url.redirects", (await fetcher.FetchAsync(Address("public.example"), path, Cancellation))?.Code);
        await served;
    }

    [Fact]
    public async Task Response_ThatAnnouncesTenGigabytes_IsNotRead()
    {
        using var fetcher = Fetcher();
        var served = AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\nstart");

        Assert.Equal("url.bytes", (await fetcher.FetchAsync(Address("public.example"), path, Cancellation))?.Code);
        await served;
    }

    [Fact]
    public async Task Response_WithoutALengthThatNeverEnds_StopsAtTheLimit()
    {
        using var fetcher = Fetcher(options => options with { FetchBytes = 1_000_000 });
        var served = AnswerAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', 4_000_000));

        Assert.Equal("url.bytes", (await fetcher.FetchAsync(Address("public.example"), path, Cancellation))?.Code);
        await served;
        Assert.True(new FileInfo(path).Length <= 1_000_000);
    }

    [Fact]
    public async Task Response_ThatDrips_EndsWithTheTime()
    {
        using var fetcher = Fetcher(options => options with { FetchTime = TimeSpan.FromMilliseconds(300) });
        using var client = new CancellationTokenSource();
        var served = DripAsync(client.Token);

        Assert.Equal("url.timeout", (await fetcher.FetchAsync(Address("public.example"), path, Cancellation))?.Code);
        await client.CancelAsync();
        await served;
    }

    [Theory]
    [InlineData("http://example.com/", false)]
    [InlineData("https://example.com/", true)]
    [InlineData("https://user:secret@example.com/", false)]
    [InlineData("ftp://example.com/", false)]
    public void Scheme_MustBeHttpsUnlessHttpIsSwitchedOn(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new OutboundOptions().Allows(new Uri(address)));

    public void Dispose()
    {
        listener.Dispose();
        File.Delete(path);
    }

    private Uri Address(string host) => new($"http://{host}:{Port}/document.pdf");

    private static OutboundFetcher Fetcher(Func<OutboundOptions, OutboundOptions>? change = null)
    {
        var options = new OutboundOptions { AllowHttp = true };
        var connector = new PublicConnector(address => address.Equals(IPAddress.Parse("127.0.0.2")), ResolveAsync);
        return new OutboundFetcher(change?.Invoke(options) ?? options, connector, TimeProvider.System);
    }

    private static Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(
            name switch
            {
                "public.example" => new[] { IPAddress.Parse("127.0.0.2") },
                "both.example" => [IPAddress.Parse("127.0.0.2"), IPAddress.Loopback],
                _ => [IPAddress.Loopback],
            }
        );

    private async Task AnswerAsync(params string[] answers)
    {
        foreach (var answer in answers)
        {
            using var client = await listener.AcceptTcpClientAsync(Cancellation);
            await using var stream = client.GetStream();
            await ReadHeadAsync(stream);
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Cancellation);
            }
            catch (IOException)
            {
                // The fetcher has seen enough.
            }
        }
    }

    private async Task DripAsync(CancellationToken stop)
    {
        using var client = await listener.AcceptTcpClientAsync(Cancellation);
        await using var stream = client.GetStream();
        await ReadHeadAsync(stream);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), stop);
            while (await timer.WaitForNextTickAsync(stop))
            {
                await stream.WriteAsync("x"u8.ToArray(), stop);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The fetcher has given up, as it should.
        }
    }

    private static async Task ReadHeadAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        var text = "";
        while (!text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            text += Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer, Cancellation));
        }
    }
}
