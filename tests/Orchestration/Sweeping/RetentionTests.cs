using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Sweeping;

/// <summary>What is deleted by age, and what is not.</summary>
public sealed class RetentionTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FlowBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Sweep_AfterTheRetention_DeletesInboxResultsAndIntermediateWork()
    {
        await DropAsync("a.pdf", "2\n");
        await SweepAsync();
        await bench.DrainAsync();
        Assert.Equal(1, await CountAsync(StorageNames.Results));

        bench.Time.Advance(bench.Limits.Retention + TimeSpan.FromDays(2));
        await SweepAsync();

        Assert.Equal(
            (0, 0, 0),
            (await CountAsync(StorageNames.Inbox), await CountAsync(StorageNames.Results), await CountAsync(StorageNames.Work))
        );
        Assert.Empty(await bench.Flow.Submissions.ListAsync("inbox", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_BeforeTheRetention_DeletesNothing()
    {
        await DropAsync("a.pdf", "2\n");
        await SweepAsync();
        await bench.DrainAsync();

        bench.Time.Advance(bench.Limits.Retention - TimeSpan.FromHours(1));
        await SweepAsync();

        Assert.Equal((1, 1), (await CountAsync(StorageNames.Inbox), await CountAsync(StorageNames.Results)));
    }

    [Fact]
    public async Task Sweep_AfterTheRetention_DeletesWhatWasRefused()
    {
        await DropAsync("unknown/a.pdf", "2\n");
        await SweepAsync();
        Assert.Equal(1, await CountAsync(StorageNames.Results));

        bench.Time.Advance(bench.Limits.Retention + TimeSpan.FromDays(2));
        await SweepAsync();

        Assert.Equal(0, await CountAsync(StorageNames.Results));
        Assert.Empty(await bench.Flow.Submissions.ListAsync("inbox", Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_OfARunThatSomebodyJoinedLater_KeepsTheirResultForItsOwnTime()
    {
        var first = await bench.SubmitAsync(bench.Document(2) with { ResultName = "first" });
        await bench.DrainAsync();
        bench.Time.Advance(TimeSpan.FromDays(20));
        var second = await bench.SubmitAsync(bench.Document(2) with { ResultName = "second" });
        await bench.DrainAsync();

        bench.Time.Advance(TimeSpan.FromDays(12));
        await SweepAsync();

        Assert.Null(await bench.Flow.Submissions.FindAsync("owner", first.Id, Cancellation));
        Assert.NotNull((await bench.PredictionAsync(second))["response"]);
        var left = await bench.Blobs.ListAsync(StorageNames.Results, "", Cancellation).ToListAsync(Cancellation);
        Assert.Equal("second.json", Assert.Single(left).Name.Path);

        bench.Time.Advance(TimeSpan.FromDays(20));
        await SweepAsync();

        Assert.Equal((0, 0), (await CountAsync(StorageNames.Results), await CountAsync(StorageNames.Work)));
    }

    [Fact]
    public async Task Sweep_OfAnOldFileThatNobodyTook_TakesItBeforeItDeletesIt()
    {
        await DropAsync("old.pdf", "2\n");
        bench.Time.Advance(bench.Limits.Retention + TimeSpan.FromDays(5));

        Assert.Equal(1, await bench.Flow.InboxDesk.ScanAsync(Cancellation));
        await bench.DrainAsync();
        Assert.Equal(1, await CountAsync(StorageNames.Results));

        await bench.Flow.InboxDesk.ScanAsync(Cancellation);
        Assert.Equal(0, await CountAsync(StorageNames.Inbox));
    }

    private async Task SweepAsync()
    {
        await bench.Flow.InboxDesk.ScanAsync(Cancellation);
        await bench.Flow.Sweeper.SweepAsync(Cancellation);
    }

    private Task DropAsync(string path, string content) =>
        bench.Blobs.WriteAsync(new BlobName(StorageNames.Inbox, path), System.Text.Encoding.UTF8.GetBytes(content), Cancellation);

    private async Task<int> CountAsync(string container) =>
        await bench.Blobs.ListAsync(container, "", Cancellation).CountAsync(Cancellation);
}
