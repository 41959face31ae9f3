using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Sweeping;

/// <summary>Work that waits in a long queue is not lost.</summary>
public sealed class BacklogTests
{
    [Fact]
    public async Task Sweep_RunThatStillMoves_SendsNothingAgainUntilItIsQuiet()
    {
        using var bench = new FlowBench();
        await bench.SubmitAsync(bench.Document(5));
        await bench.StepAsync();
        bench.Time.Advance(bench.Limits.QuietTime - TimeSpan.FromMinutes(1));
        await bench.StepAsync();

        bench.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await bench.Flow.Sweeper.SweepAsync(TestContext.Current.CancellationToken));

        bench.Time.Advance(bench.Limits.QuietTime);
        Assert.Equal(4, await bench.Flow.Sweeper.SweepAsync(TestContext.Current.CancellationToken));
    }
}
