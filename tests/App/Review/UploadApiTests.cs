using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GroundedDocs.Orchestration;
using GroundedDocs.Tests.App.Api;
using Xunit;

namespace GroundedDocs.Tests.App.Review;

public sealed class UploadApiTests
{
    private const string Form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 the beginning";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_ThatBreaksOff_StoresNothing()
    {
        await using var host = await ApiHost.StartAsync();

        await using (var torn = await SendAsync(host, promised: 100_000, Form))
        {
            // The other half never comes; the server then answers or hangs up.
            torn.Socket.Shutdown(SocketShutdown.Send);
            Assert.Contains("400", await FirstLineAsync(torn) ?? "400", StringComparison.Ordinal);
        }

        Assert.Empty((await host.GetAsync("review/api/documents")).Body!["documents"]!.AsArray());
    }

    [Fact]
    public async Task Upload_LargerThanTheLimit_IsRefusedBeforeItIsSent()
    {
        await using var host = await ApiHost.StartAsync();
        await using var sent = await SendAsync(host, promised: new Limits().DocumentBytes + 10_000_000, Form);

        Assert.Contains("413", await FirstLineAsync(sent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "JSON")]
    [InlineData("""{"type": "string"}""", "object")]
    public async Task Schema_ThatDoesNotParse_IsRefusedWithTheReason(string schema, string word)
    {
        await using var host = await ApiHost.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(schema), "schema" },
            { new StringContent("1\n%PDF-1.7"), "file", "a.pdf" },
        };

        var (status, error) = await host.SendAsync(HttpMethod.Post, "review/api/documents", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(word, (string?)error!["detail"], StringComparison.Ordinal);
    }

    /// <summary>Sends a request with its body's beginning, and promises a length.</summary>
    private static async Task<NetworkStream> SendAsync(ApiHost host, long promised, string body)
    {
        var address = host.Client.BaseAddress!;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, address.Port, Cancellation);
        var stream = new NetworkStream(socket, ownsSocket: true);
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /review/api/documents HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {promised}\r\n\r\n{body}"
        );
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        return stream;
    }

    private static async Task<string?> FirstLineAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return await reader.ReadLineAsync(Cancellation);
    }
}
