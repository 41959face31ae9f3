using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Sweeping;

/// <summary>What somebody left behind who stands still, or died, between opening a run and storing it.</summary>
public sealed class UnstoredRunTests : IDisposable
{
    private readonly FlowBench bench = new();
    private readonly RunKey run = new(new string('a', 32), 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Run_OpenedAndNotStored_OutlivesTheFirstLookAndIsCleanedUpInTheEnd()
    {
        await bench.Blobs.WriteAsync(WorkBlobs.Source(run), "1\n"u8.ToArray(), Cancellation);
        await new OpenRuns(bench.Tables).OpenAsync(run, bench.Time.GetUtcNow() + bench.Limits.QuietTime, Cancellation);

        await SweepAfterAsync(TimeSpan.FromHours(8));
        Assert.NotNull(await bench.Blobs.FindAsync(WorkBlobs.Source(run), Cancellation));
        Assert.Equal(1, await OpenAsync());

        await SweepAfterAsync(bench.Limits.QuietTime);
        await SweepAfterAsync(bench.Limits.QuietTime * 2);
        Assert.Null(await bench.Blobs.FindAsync(WorkBlobs.Source(run), Cancellation));
        Assert.Equal(0, await OpenAsync());
    }

    private async Task SweepAfterAsync(TimeSpan pause)
    {
        bench.Time.Advance(pause);
        await bench.Flow.Sweeper.SweepAsync(Cancellation);
    }

    private async Task<int> OpenAsync() => await new OpenRuns(bench.Tables).ListAsync(Cancellation).CountAsync(Cancellation);
}
