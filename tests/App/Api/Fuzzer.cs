using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

/// <summary>Sends broken requests one after the other and judges the answers; the same seed sends the same ones.</summary>
/// <param name="address">The app.</param>
/// <param name="seed">The seed.</param>
internal sealed class Fuzzer(Uri address, int seed)
{
    /// <summary>One request in so many is bytes that may not be HTTP at all.</summary>
    private const int RawEvery = 20;

    /// <summary>Longer than any answer may take on a busy machine; what takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly BrokenRequests requests = new(seed);
    private int sent;

    /// <summary>What went wrong, with the request that did it.</summary>
    public List<string> Broken { get; } = [];

    /// <summary>Requests that were not broken enough: the app took and stored something.</summary>
    public int Kept { get; private set; }

    public async Task RunAsync(int count)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        for (var i = 0; i < count; i++)
        {
            if (++sent % RawEvery == 0)
            {
                await SendRawAsync();
            }
            else
            {
                await SendAsync(client);
            }
        }
    }

    private async Task SendAsync(HttpClient client)
    {
        using var request = requests.Next();
        try
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Judge((int)response.StatusCode, $"{request.Method} {request.RequestUri}");
            Kept += response.StatusCode is HttpStatusCode.Created or HttpStatusCode.Accepted ? 1 : 0;
        }
        catch (HttpRequestException)
        {
            // The client's own stack refuses to send some of it, and the server may close on the rest.
        }
        catch (TaskCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Broken.Add($"seed {seed}, request {sent}: {request.Method} {request.RequestUri} hangs");
        }
    }

    /// <summary>Sends bytes, ends the sending side, and reads whatever comes back.</summary>
    private async Task SendRawAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, deadline.Token);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(requests.NextRaw(), deadline.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var answer = await reader.ReadToEndAsync(deadline.Token);
            if (answer.Length > 12)
            {
                Judge(int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture), "raw bytes");
            }
        }
        catch (IOException)
        {
            // The server has closed on it.
        }
        catch (OperationCanceledException)
        {
            Broken.Add($"seed {seed}, request {sent}: raw bytes hang");
        }
    }

    /// <summary>The parts that are not served say 501, a made-up version of HTTP is answered with 505.</summary>
    private void Judge(int status, string what)
    {
        if (status is >= 500 and not (501 or 505))
        {
            Broken.Add($"seed {seed}, request {sent}: {what} → {status}");
        }
    }
}
