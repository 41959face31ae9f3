using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Submissions;

/// <summary>Which submissions share a run, and what each of them gets.</summary>
public sealed class JoiningTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly FlowBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task SameBytes_UnderTwoNames_GiveTwoResultsAndTwoWebhooksFromOneRun()
    {
        var first = await bench.SubmitAsync(bench.Document(3) with { ResultName = "a", CallbackUrl = "https://receiver.example/a" });
        var second = await bench.SubmitAsync(bench.Document(3) with { ResultName = "b", CallbackUrl = "https://receiver.example/b" });

        await bench.DrainAsync();

        Assert.Equal(first.Run, second.Run);
        Assert.NotNull(await bench.Blobs.FindAsync(new BlobName(StorageNames.Results, "a.json"), Cancellation));
        Assert.NotNull(await bench.Blobs.FindAsync(new BlobName(StorageNames.Results, "b.json"), Cancellation));
        Assert.Equal(["/a", "/b"], bench.Sent.Select(delivery => delivery.Url.AbsolutePath).Order());
    }

    [Fact]
    public async Task SameBytes_AfterTheRunIsDone_GetItsResultWithoutWork()
    {
        await bench.SubmitAsync(bench.Document(3));
        await bench.DrainAsync();

        var late = await bench.SubmitAsync(bench.Document(3) with { ResultName = "late", CallbackUrl = "https://receiver.example/late" });
        var steps = 0;
        while (await bench.StepAsync() is not null)
        {
            steps++;
        }

        Assert.Equal(SubmissionStatus.Completed, (await bench.FindAsync(late)).Status);
        Assert.NotNull(await bench.Blobs.FindAsync(new BlobName(StorageNames.Results, "late.json"), Cancellation));
        Assert.Single(bench.Sent);
        Assert.Equal(2, steps);
    }

    [Fact]
    public async Task SameBytes_OfAnotherOwner_NeverJoin()
    {
        var mine = await bench.SubmitAsync(bench.Document(2, owner: "one"));
        var theirs = await bench.SubmitAsync(bench.Document(2, owner: "two"));

        Assert.NotEqual(mine.Run.RunId, theirs.Run.RunId);
        Assert.Null(await bench.Flow.Submissions.FindAsync("one", theirs.Id, Cancellation));
    }

    [Fact]
    public async Task SameBytes_WithForce_StartTheNextGenerationAndMoveWhoStillWaits()
    {
        var first = await bench.SubmitAsync(bench.Document(2));

        var forced = await bench.SubmitAsync(bench.Document(2) with { Force = true });
        await bench.DrainAsync();

        Assert.Equal(first.Run with { Generation = 2 }, forced.Run);
        Assert.Equal((forced.Run, SubmissionStatus.Completed), ((await bench.FindAsync(first)).Run, (await bench.FindAsync(first)).Status));
    }

    [Fact]
    public async Task Submission_MovedToAFinishedGenerationBySomebodyWhoDiedBeforeSending_IsStillServed()
    {
        var moved = await bench.SubmitAsync(bench.Document(2));
        var forced = await bench.SubmitAsync(bench.Document(2) with { Force = true });
        var waiting = await bench.Tables.GetAsync(StorageNames.SubmissionTable, moved.Owner, moved.Id, Cancellation);
        await bench.DrainAsync();
        // It waits for the newer generation, as it did before that was published; nobody has sent for it.
        await bench.Tables.UpsertAsync(StorageNames.SubmissionTable, waiting!, Cancellation);
        Assert.Equal((forced.Run, SubmissionStatus.Pending), ((await bench.FindAsync(moved)).Run, (await bench.FindAsync(moved)).Status));

        bench.Time.Advance(bench.Limits.QuietTime + TimeSpan.FromMinutes(1));
        await bench.Flow.Sweeper.SweepAsync(Cancellation);
        await bench.DrainAsync();

        Assert.Equal(SubmissionStatus.Completed, (await bench.FindAsync(moved)).Status);
    }

    [Fact]
    public async Task SameBytes_WithAnotherPipelineVersion_AreWorkedOnAgain()
    {
        var before = await bench.SubmitAsync(bench.Document(2));
        await bench.DrainAsync();

        var after = await bench.SubmitAsync(bench.Document(2), bench.FlowOf("2"));

        Assert.NotEqual(before.Run.RunId, after.Run.RunId);
        Assert.Equal(SubmissionStatus.Pending, (await bench.FindAsync(after)).Status);
    }

    [Fact]
    public async Task SameBytes_WithOtherOptions_AreAnotherRun()
    {
        var document = bench.Document(4);
        var all = await bench.SubmitAsync(document);
        var some = await bench.SubmitAsync(document with { Run = document.Run with { PageNumbers = [2] } });

        Assert.NotEqual(all.Run.RunId, some.Run.RunId);
    }

    [Fact]
    public async Task SameBytes_OfARunThatFailed_RunAgain()
    {
        var isBroken = true;
        using var broken = new FlowBench(
            new FakeStages
            {
                Before = (stage, _, _) =>
                    Task.FromResult(isBroken && stage == "split" ? new GroundedDocs.Documents.Failure("file.broken", "Broken.") : null),
            }
        );
        var first = await broken.SubmitAsync(broken.Document(2));
        await broken.DrainAsync();
        isBroken = false;

        var second = await broken.SubmitAsync(broken.Document(2));
        await broken.DrainAsync();

        Assert.Equal(SubmissionStatus.Failed, (await broken.FindAsync(first)).Status);
        Assert.Equal(SubmissionStatus.Completed, (await broken.FindAsync(second)).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(int.MinValue)]
    [InlineData(2_001)]
    public async Task Pages_ThatCannotExist_AreRefusedRatherThanWaitedFor(int page)
    {
        var document = bench.Document(4);

        var refused = await bench.Flow.SubmissionDesk.SubmitAsync(
            document with
            {
                Run = document.Run with { PageNumbers = [1, page] },
            },
            Cancellation
        );

        Assert.Equal("pages.selection", refused.Failure?.Code);
    }

    [Fact]
    public async Task Id_HandedInTwice_IsOneSubmission()
    {
        var request = bench.Document(2) with { Id = new string('d', 32), ResultName = "once" };

        await bench.SubmitAsync(request);
        await bench.SubmitAsync(request);
        await bench.DrainAsync();

        Assert.Single(await bench.Flow.Submissions.ListAsync("owner", Cancellation).ToListAsync(Cancellation));
    }
}
