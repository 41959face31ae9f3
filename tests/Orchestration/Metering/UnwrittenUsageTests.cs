using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Metering;
using GroundedDocs.Orchestration.Runs;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Metering;

public sealed class UnwrittenUsageTests
{
    private readonly UnwrittenUsage unwritten = new();

    [Fact]
    public void Take_GivesWhatWasKeptOnce()
    {
        unwritten.Keep(Run(1), Operations(2));
        unwritten.Keep(Run(1), Operations(3));

        Assert.Equal(Operations(5), unwritten.Take(Run(1)));
        Assert.Equal(default, unwritten.Take(Run(1)));
    }

    [Fact]
    public void Keep_OfMoreRunsThanTheLimit_ForgetsTheOldest()
    {
        for (var run = 0; run < 2_000; run++)
        {
            unwritten.Keep(Run(run), Operations(1));
        }

        Assert.Equal(default, unwritten.Take(Run(0)));
        Assert.Equal(Operations(1), unwritten.Take(Run(1_999)));
    }

    private static RunKey Run(int number) => new($"run{number}", 1);

    private static WorkUsage Operations(long count) => new() { StorageOperations = count };
}
