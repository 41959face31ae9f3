using System.Diagnostics;

namespace GroundedDocs.Benchmarks.Load;

/// <summary>Sends the same request over and over on a number of connections, each as soon as its last answer has come.</summary>
internal static class LoadClient
{
    /// <summary>Requests before the clock starts.</summary>
    private const int Warming = 20;

    /// <summary>The emulator, one thread, may keep a request waiting for long when all at once wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task<LoadFigures> RunAsync(
        IReadOnlyList<Uri> addresses,
        int connections,
        int requests,
        Func<Uri, HttpRequestMessage> request
    )
    {
        var left = requests;
        var times = new List<double>[connections];
        var clients = Enumerable
            .Range(0, connections)
            .Select(_ => new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { Timeout = Patience })
            .ToArray();
        foreach (var client in clients.Take(Warming))
        {
            await SendAsync(client, request(addresses[0]));
        }

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => PressAsync(number))));
        clock.Stop();
        Array.ForEach(clients, client => client.Dispose());
        return LoadFigures.Of([.. times.SelectMany(each => each)], clock.Elapsed);

        async Task PressAsync(int number)
        {
            times[number] = [];
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var started = Stopwatch.GetTimestamp();
                await SendAsync(clients[number], request(addresses[number % addresses.Count]));
                times[number].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
    }

    private static async Task SendAsync(HttpClient client, HttpRequestMessage message)
    {
        using var sent = message;
        using var answer = await client.SendAsync(message);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null);
    }
}
