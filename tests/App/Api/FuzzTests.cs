using System.Net;
using GroundedDocs.Adapters.Outbound;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GroundedDocs.Tests.App.Api;

/// <summary>
/// Twenty thousand broken requests, the same ones every time: none may end in a 500, none may hang, nothing may stay of them, and the app
/// serves on.
/// </summary>
[Collection(nameof(FuzzCollection))]
public sealed class FuzzTests
{
    private const int Workers = 8;
    private const int Quarters = 4;

    /// <summary>Of which one in twenty is raw bytes.</summary>
    private const int RequestsPerWorker = 2_520;

    /// <summary>Buffers and pools that grow with use and stop growing: a leak of a kilobyte a request would be fifteen million.</summary>
    private const long MarginBytes = 5_000_000;

    /// <summary>Bytes that one accepted document or file takes in storage: its rows, its source, its place in the work list.</summary>
    private const long KeptBytes = 24_000;

    /// <summary>Connections of the clients come and go.</summary>
    private const int MarginHandles = 64;

    /// <summary>The thread pool follows the load.</summary>
    private const int MarginThreads = 32;

    private static readonly string[] Settings =
    [
        "Api:RequestsPerSecond=1000000",
        "Api:RequestBurst=1000000",
        "Api:ConcurrentRequests=10000",
        "Api:WaitTime=00:00:00.001",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_HoweverBroken_AreAnsweredWithoutA500AndLeaveNothingBehind()
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

        var broken = new List<string>();
        var footprints = new List<Footprint>();
        var kept = 0;
        // Each quarter goes on where the one before stopped: first a quarter to warm everything up, then three that may leave nothing behind.
        var fuzzers = Enumerable.Range(0, Workers).Select(seed => new Fuzzer(host.Client.BaseAddress!, seed)).ToArray();
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            await Task.WhenAll(fuzzers.Select(fuzzer => Task.Run(() => fuzzer.RunAsync(RequestsPerWorker / Quarters), Cancellation)));
            broken.AddRange(fuzzers.SelectMany(fuzzer => fuzzer.Broken));
            kept = quarter == 0 ? fuzzers.Sum(fuzzer => fuzzer.Kept) : kept;
            footprints.Add(Footprint.Measure());
        }

        Assert.Empty(broken.Take(10));
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("v1/models")).Status);
        AssertNoGrowth(footprints[0], footprints[^1], fuzzers.Sum(fuzzer => fuzzer.Kept) - kept);
    }

    /// <summary>What the requests rightly stored lies in memory here; apart from that nothing may stay of fifteen thousand requests.</summary>
    private static void AssertNoGrowth(Footprint early, Footprint late, int kept)
    {
        var growth = $"from {early} to {late}, with {kept} documents kept in between";
        Assert.True(late.ManagedBytes - early.ManagedBytes < MarginBytes + ((long)kept * KeptBytes), growth);
        Assert.True(late.Handles - early.Handles < MarginHandles, growth);
        Assert.True(late.Threads - early.Threads < MarginThreads, growth);
        TestContext.Current.TestOutputHelper?.WriteLine(growth);
    }
}
