using GroundedDocs.Documents.Metering;
using Xunit;

namespace GroundedDocs.Tests.Documents.Metering;

public sealed class UsageMeterTests
{
    [Fact]
    public async Task Count_InParallelBranchesOfAFlow_IsOneSum()
    {
        var meter = UsageMeter.Start();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => UsageMeter.CountStorage(2))));

        Assert.Equal(40, meter.Take().StorageOperations);
        Assert.Equal(default, meter.Take());
    }

    [Fact]
    public async Task Count_OfFlowsSideBySide_DoesNotMix()
    {
        var totals = await Task.WhenAll(Enumerable.Range(1, 8).Select(CountAsync));

        Assert.Equal(Enumerable.Range(1, 8).Select(count => (long)count), totals);

        static async Task<long> CountAsync(int count)
        {
            var meter = UsageMeter.Start();
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                UsageMeter.CountStorage();
            }

            return meter.Take().StorageOperations;
        }
    }

    [Fact]
    public void Share_OfUsage_AddsUpToTheWhole()
    {
        var whole = new WorkUsage(new(3, 1_001, 17, TimeSpan.FromTicks(100)), 7, 2, 1, 10);

        var sum = Enumerable.Range(0, 4).Aggregate(default(WorkUsage), (total, index) => total + whole.Share(index, 4));

        Assert.Equal(whole, sum);
    }
}
