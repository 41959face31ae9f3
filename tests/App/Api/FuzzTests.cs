using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GroundedDocs.Adapters.Outbound;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

/// <summary>Twenty thousand broken requests, the same ones every time: none may end in a 500, none may hang, and the app serves on.</summary>
public sealed class FuzzTests
{
    private const int Workers = 8;
    private const int RequestsPerWorker = 2_400;
    private const int RawRequestsPerWorker = 120;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Settings =
    [
        "Api:RequestsPerSecond=1000000",
        "Api:RequestBurst=1000000",
        "Api:ConcurrentRequests=10000",
        "Api:WaitTime=00:00:00.001",
    ];

    [Fact]
    public async Task Requests_HoweverBroken_AreAnsweredWithoutA500()
    {
        await using var host = await ApiHost.StartAsync(
            Settings,
            replace: services =>
                services.AddSingleton(
                    new OutboundFetcher(
                        new OutboundOptions(),
                        new PublicConnector(_ => false, (_, _) => Task.FromResult(new[] { IPAddress.Loopback })),
                        TimeProvider.System
                    )
                )
        );

        var broken = await Task.WhenAll(Enumerable.Range(0, Workers).Select(seed => Task.Run(() => FuzzAsync(host, seed))));

        Assert.Empty(broken.SelectMany(each => each).Take(10));
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("v1/models")).Status);
    }

    private static async Task<List<string>> FuzzAsync(ApiHost host, int seed)
    {
        var requests = new BrokenRequests(seed);
        var broken = new List<string>();
        using var client = new HttpClient { BaseAddress = host.Client.BaseAddress, Timeout = Patience };
        for (var i = 0; i < RequestsPerWorker; i++)
        {
            using var request = requests.Next();
            var what = $"seed {seed}, request {i}: {request.Method} {request.RequestUri}";
            try
            {
                using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
                if (IsFailure((int)response.StatusCode))
                {
                    broken.Add($"{what} → {(int)response.StatusCode}");
                }
            }
            catch (HttpRequestException)
            {
                // The client's own stack refuses to send some of it, and the server may close on the rest.
            }
        }

        for (var i = 0; i < RawRequestsPerWorker; i++)
        {
            var answer = await SendRawAsync(host.Client.BaseAddress!, requests.NextRaw());
            if (answer.Length > 12 && IsFailure(int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture)))
            {
                broken.Add($"seed {seed}, raw {i} → {answer[..Math.Min(40, answer.Length)]}");
            }
        }

        return broken;
    }

    /// <summary>The parts that are not served say 501, a made-up version of HTTP is answered with 505.</summary>
    private static bool IsFailure(int status) => status is >= 500 and not (501 or 505);

    /// <summary>Sends bytes, ends the sending side, and reads whatever comes back.</summary>
    private static async Task<string> SendRawAsync(Uri address, byte[] bytes)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, deadline.Token);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(bytes, deadline.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadToEndAsync(deadline.Token);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
