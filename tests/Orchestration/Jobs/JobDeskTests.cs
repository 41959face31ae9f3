using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Jobs;

/// <summary>What an operator can do with jobs.</summary>
public sealed class JobDeskTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private const string Url = "https://receiver.example/hook";
    private readonly Dictionary<(string Stage, int Page), int> calls = [];
    private readonly HashSet<(string Stage, int Page)> broken = [];
    private readonly FlowBench bench;

    public JobDeskTests() =>
        bench = new FlowBench(
            new FakeStages
            {
                Before = (stage, page, _) =>
                {
                    calls[(stage, page)] = calls.GetValueOrDefault((stage, page)) + 1;
                    UsageMeter.Count(new WorkUsage { ServicePages = 1 });
                    return Task.FromResult(broken.Contains((stage, page)) ? new Failure("page.broken", "Broken.") : null);
                },
            }
        );

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Replay_OfAJobThatLostAPage_DoesThatPageAgainAndNoOther()
    {
        broken.Add(("read", 2));
        var submission = await bench.SubmitAsync(bench.Document(3) with { CallbackUrl = Url });
        await bench.DrainAsync();
        Assert.Single((await bench.PredictionAsync(submission))["errors"]!.AsArray());
        broken.Clear();

        var next = await bench.Flow.JobDesk.ReplayAsync(submission.Run, Cancellation);
        await bench.DrainAsync();

        var prediction = await bench.PredictionAsync(submission);
        Assert.Equal(submission.Run with { Generation = 2 }, next);
        Assert.Empty(prediction["errors"]!.AsArray());
        // The windows after the page have moved by one: each must be that of its own page all the same.
        Assert.Equal(["word1", "word2", "word3"], prediction["response"]!["words"]!.AsArray().Select(word => (string?)word!["text"]));
        Assert.Equal((1, 2, 1), (calls[("read", 1)], calls[("read", 2)], calls[("read", 3)]));
        Assert.Equal((1, 1, 1), (calls[("extract", 1)], calls[("extract", 2)], calls[("extract", 3)]));
    }

    [Fact]
    public async Task Replay_OfAFailedJob_NotifiesUnderAnotherDeliveryId()
    {
        broken.Add(("split", 3));
        var submission = await bench.SubmitAsync(bench.Document(3) with { CallbackUrl = Url });
        await bench.DrainAsync();
        broken.Clear();

        await bench.Flow.JobDesk.ReplayAsync(submission.Run, Cancellation);
        await bench.DrainAsync();

        Assert.Equal(2, bench.Sent.Select(delivery => delivery.DeliveryId).Distinct().Count());
        Assert.Equal(SubmissionStatus.Completed, (await bench.FindAsync(submission)).Status);
    }

    [Fact]
    public async Task Replay_OfAJobWithoutAFailure_IsRefused()
    {
        var submission = await bench.SubmitAsync(bench.Document(3));
        await bench.DrainAsync();

        Assert.Null(await bench.Flow.JobDesk.ReplayAsync(submission.Run, Cancellation));
    }

    [Fact]
    public async Task Replay_ThatDiedAfterTheNextGenerationWasDone_StillServesItsSubmissions()
    {
        broken.Add(("split", 3));
        var submission = await bench.SubmitAsync(bench.Document(3) with { CallbackUrl = Url });
        await bench.DrainAsync();
        broken.Clear();
        // As if the process had died before it moved the submission: the head and the submission are still those of before.
        var head = await bench.Tables.GetAsync(StorageNames.RunTable, submission.Run.RunId, "head", Cancellation);
        var row = await bench.Tables.GetAsync(StorageNames.SubmissionTable, "owner", submission.Id, Cancellation);
        await bench.Flow.JobDesk.ReplayAsync(submission.Run, Cancellation);
        await bench.DrainAsync();
        await bench.Tables.UpsertAsync(StorageNames.RunTable, head!, Cancellation);
        await bench.Tables.UpsertAsync(StorageNames.SubmissionTable, row!, Cancellation);

        await bench.Flow.JobDesk.ReplayAsync(submission.Run, Cancellation);
        await bench.DrainAsync();

        Assert.Equal(SubmissionStatus.Completed, (await bench.FindAsync(submission)).Status);
    }

    [Fact]
    public async Task Cancel_OfARunningJob_DropsItsMessagesAndTellsItsSubmission()
    {
        var submission = await bench.SubmitAsync(bench.Document(3) with { CallbackUrl = Url });
        await bench.StepAsync();

        Assert.True(await bench.Flow.JobDesk.CancelAsync(submission.Run, Cancellation));
        Assert.False(await bench.Flow.JobDesk.CancelAsync(submission.Run, Cancellation));
        Assert.Equal(StepDisposition.Dropped, (await bench.StepAsync())!.Value.Disposition);
        await bench.DrainAsync();

        var cancelled = await bench.FindAsync(submission);
        Assert.Equal((SubmissionStatus.Cancelled, WebhookState.Failed), (cancelled.Status, cancelled.Webhook));
        Assert.Empty(bench.Sent);
        Assert.DoesNotContain(calls.Keys, call => call.Stage == "extract");
    }

    [Fact]
    public async Task Replay_OfACancelledJob_FinishesIt()
    {
        var submission = await bench.SubmitAsync(bench.Document(3) with { CallbackUrl = Url });
        await bench.Flow.JobDesk.CancelAsync(submission.Run, Cancellation);

        await bench.Flow.JobDesk.ReplayAsync(submission.Run, Cancellation);
        await bench.DrainAsync();

        Assert.Equal(SubmissionStatus.Completed, (await bench.FindAsync(submission)).Status);
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task Purge_OfAJob_LeavesNothingButItsCounter()
    {
        var submission = await bench.SubmitAsync(bench.Document(60) with { ResultName = "a" });
        await bench.DrainAsync();

        Assert.True(await bench.Flow.JobDesk.PurgeAsync(submission.Run, Cancellation));

        Assert.Empty(await bench.Blobs.ListAsync(StorageNames.Work, "", Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await bench.Blobs.ListAsync(StorageNames.Results, "", Cancellation).ToListAsync(Cancellation));
        Assert.Null(await bench.Flow.Submissions.FindAsync(submission.Owner, submission.Id, Cancellation));
        Assert.Null(await bench.Flow.JobDesk.FindAsync(submission.Run, Cancellation));
        Assert.False(await bench.Flow.JobDesk.PurgeAsync(submission.Run, Cancellation));
    }

    [Fact]
    public async Task Purge_WhileAStepIsAtWork_CleansUpWhatTheStepStillWrites()
    {
        Func<Task> purge = () => Task.CompletedTask;
        using var other = new FlowBench(
            new FakeStages
            {
                Before = async (stage, page, _) =>
                {
                    await (stage == "read" && page == 2 ? purge() : Task.CompletedTask);
                    return null;
                },
            }
        );
        var submission = await other.SubmitAsync(other.Document(3));
        purge = () => other.Flow.JobDesk.PurgeAsync(submission.Run, Cancellation);
        await other.DrainAsync();
        Assert.NotEmpty(await other.Blobs.ListAsync(StorageNames.Work, "", Cancellation).ToListAsync(Cancellation));

        other.Time.Advance(other.Limits.LongestStep + TimeSpan.FromMinutes(1));
        await other.Flow.Sweeper.SweepAsync(Cancellation);

        Assert.Empty(await other.Blobs.ListAsync(StorageNames.Work, "", Cancellation).ToListAsync(Cancellation));
        var rows = other.Tables.ListAsync(StorageNames.StepTable, $"{submission.Run}-read-0", "", Cancellation);
        Assert.Empty(await rows.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task SameBytes_AfterAPurge_AreWorkedOnAgainAsTheNextGeneration()
    {
        var submission = await bench.SubmitAsync(bench.Document(2));
        await bench.DrainAsync();
        await bench.Flow.JobDesk.PurgeAsync(submission.Run, Cancellation);

        var again = await bench.SubmitAsync(bench.Document(2));
        await bench.DrainAsync();

        Assert.Equal(2, again.Run.Generation);
        Assert.Equal(SubmissionStatus.Completed, (await bench.FindAsync(again)).Status);
    }

    [Fact]
    public async Task Webhooks_ReplayedAfterTheyWereGivenUp_AreSentAgainUnderTheSameId()
    {
        bench.Receiver = () => new Failure("webhook.status", "The receiver answered 410.");
        var submission = await bench.SubmitAsync(bench.Document(1) with { CallbackUrl = Url });
        await bench.DrainAsync();
        Assert.Equal(WebhookState.Failed, (await bench.FindAsync(submission)).Webhook);
        bench.Receiver = () => 200;

        Assert.Equal(1, await bench.Flow.JobDesk.ReplayWebhooksAsync(submission.Run, Cancellation));
        await bench.DrainAsync();

        Assert.Equal(WebhookState.Delivered, (await bench.FindAsync(submission)).Webhook);
        Assert.Single(bench.Sent.Select(delivery => delivery.DeliveryId).Distinct());
    }

    [Fact]
    public async Task List_GivesTheNewestFirst_AndShowGivesStepsAndSubmissions()
    {
        var older = await bench.SubmitAsync(bench.Document(2, "older"));
        await bench.DrainAsync();
        bench.Time.Advance(TimeSpan.FromHours(3));
        var newer = await bench.SubmitAsync(bench.Document(2, "newer"));

        var listed = await bench.Flow.JobDesk.ListAsync(Cancellation).ToListAsync(Cancellation);
        var shown = await bench.Flow.JobDesk.FindAsync(older.Run, Cancellation);

        Assert.Equal([newer.Run, older.Run], listed.Select(job => job.Run));
        Assert.Equal(RunStatus.Completed, shown!.Summary.Status);
        Assert.Equal(older.Id, Assert.Single(shown.Submissions).Id);
        Assert.Equal(calls.Values.Sum(), shown.Summary.Usage.ServicePages);
        Assert.Equal(
            [
                StepKind.Split,
                StepKind.Read,
                StepKind.Read,
                StepKind.Plan,
                StepKind.Extract,
                StepKind.Extract,
                StepKind.Ground,
                StepKind.Publish,
            ],
            shown.Steps.Select(step => step.Key.Kind)
        );
    }
}
