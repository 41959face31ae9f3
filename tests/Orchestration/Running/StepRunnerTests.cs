using GroundedDocs.Documents;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Running;

/// <summary>What becomes of step messages that fail, come twice, come late, or come for nothing.</summary>
public sealed class StepRunnerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly Failure Busy = new("model.busy", "The model is busy.", IsTransient: true);

    [Fact]
    public async Task Step_ThatFailsForNow_IsTriedAgainWithGrowingDelaysAndThenGivenUp()
    {
        using var bench = new FlowBench(new FakeStages { Before = (stage, _, _) => Task.FromResult(stage == "extract" ? Busy : null) });
        var submission = await bench.SubmitAsync(bench.Document(1));
        var startedAt = new List<DateTimeOffset>();

        while (bench.Queues.NextVisibleAt is { } next)
        {
            bench.Time.SetUtcNow(next > bench.Time.GetUtcNow() ? next : bench.Time.GetUtcNow());
            if ((await bench.StepAsync())!.Value.Message.Step.Kind == StepKind.Extract)
            {
                startedAt.Add(bench.Time.GetUtcNow());
            }
        }

        Assert.Equal(bench.Limits.StepAttempts, startedAt.Count);
        var delays = startedAt.Zip(startedAt.Skip(1), (one, other) => other - one).ToArray();
        Assert.All(delays.Zip(delays.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.Equal((SubmissionStatus.Failed, "model.busy"), await EndAsync(bench, submission));
    }

    [Fact]
    public async Task Step_ThatIsAskedToWait_WaitsThatLong()
    {
        var isBusy = true;
        using var bench = new FlowBench(
            new FakeStages
            {
                Before = (stage, _, _) =>
                    Task.FromResult(stage == "extract" && isBusy ? Busy with { RetryAfter = TimeSpan.FromMinutes(7) } : null),
            }
        );
        var submission = await bench.SubmitAsync(bench.Document(1));
        while (await bench.StepAsync() is not { Disposition: StepDisposition.Retried }) { }

        isBusy = false;
        Assert.Equal(bench.Time.GetUtcNow() + TimeSpan.FromMinutes(7), bench.Queues.NextVisibleAt);
        await bench.DrainAsync();

        Assert.Equal((SubmissionStatus.Completed, null), await EndAsync(bench, submission));
    }

    [Fact]
    public async Task Step_OfAServerThatIsStillStarting_UsesUpNoAttempts()
    {
        var refusals = 30;
        using var bench = new FlowBench(
            new FakeStages
            {
                Before = (stage, _, _) =>
                    Task.FromResult(stage == "extract" && refusals-- > 0 ? Busy with { CountsAsAttempt = false } : null),
            }
        );
        var submission = await bench.SubmitAsync(bench.Document(1));

        await bench.DrainAsync();

        Assert.Equal((SubmissionStatus.Completed, null), await EndAsync(bench, submission));
    }

    [Fact]
    public async Task Step_ThatNeverEnds_IsStoppedAtItsDeadlineAndTriedAgain()
    {
        using var hanging = new SemaphoreSlim(0);
        var hangs = true;
        using var bench = new FlowBench(
            new FakeStages
            {
                Before = async (stage, _, token) =>
                {
                    if (stage == "read" && hangs)
                    {
                        hanging.Release();
                        await Task.Delay(Timeout.Infinite, token);
                    }

                    return null;
                },
            }
        );
        var submission = await bench.SubmitAsync(bench.Document(1));
        await bench.StepAsync();

        var step = bench.StepAsync();
        await hanging.WaitAsync(TestContext.Current.CancellationToken);
        bench.Time.Advance(bench.Limits.StepTime + TimeSpan.FromSeconds(1));
        Assert.Equal(StepDisposition.Retried, (await step)!.Value.Disposition);
        hangs = false;
        await bench.DrainAsync();

        Assert.Equal((SubmissionStatus.Completed, null), await EndAsync(bench, submission));
    }

    [Fact]
    public async Task Step_AtWorkForLong_KeepsItsClaimByRenewingIt()
    {
        using var entered = new SemaphoreSlim(0);
        var leave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var bench = new FlowBench(
            new FakeStages
            {
                Before = async (stage, _, _) =>
                {
                    if (stage == "read")
                    {
                        entered.Release();
                        await leave.Task;
                    }

                    return null;
                },
            }
        );
        var submission = await bench.SubmitAsync(bench.Document(1));
        await bench.StepAsync();
        var working = bench.StepAsync();
        await entered.WaitAsync(TestContext.Current.CancellationToken);

        for (var elapsed = TimeSpan.Zero; elapsed < bench.Limits.ClaimTime * 5; elapsed += bench.Limits.ClaimTime / 3)
        {
            bench.Time.Advance(bench.Limits.ClaimTime / 3);
        }

        var duplicate = new StepMessage(submission.Run, new StepKey(StepKind.Read, 1));
        Assert.Equal(StepDisposition.Postponed, await bench.Flow.StepRunner.RunAsync(duplicate, Cancellation));
        leave.SetResult();
        Assert.Equal(StepDisposition.Done, (await working)!.Value.Disposition);
    }

    [Fact]
    public async Task Step_WhoseWorkerDiedAtWork_IsTakenOverOnceItsClaimRunsOut()
    {
        using var bench = new FlowBench();
        var submission = await bench.SubmitAsync(bench.Document(1));
        await bench.StepAsync();
        var message = new StepMessage(submission.Run, new StepKey(StepKind.Read, 1));
        await ClaimAsync(bench, submission.Run, message.Step, bench.Time.GetUtcNow() + bench.Limits.ClaimTime);

        Assert.Equal(StepDisposition.Postponed, await bench.Flow.StepRunner.RunAsync(message, Cancellation));
        bench.Time.Advance(bench.Limits.ClaimTime + TimeSpan.FromSeconds(1));

        Assert.Equal(StepDisposition.Done, await bench.Flow.StepRunner.RunAsync(message, Cancellation));
    }

    [Fact]
    public async Task Step_ThatKillsItsWorkerEachTime_IsGivenUpInTheEnd()
    {
        using var bench = new FlowBench();
        var submission = await bench.SubmitAsync(bench.Document(2));
        await bench.StepAsync();
        var crashing = new StepMessage(submission.Run, new StepKey(StepKind.Read, 1));
        for (var crash = 0; crash <= bench.Limits.StepCrashes; crash++)
        {
            await ClaimAsync(bench, submission.Run, crashing.Step, bench.Time.GetUtcNow(), crash);
        }

        bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(StepDisposition.GivenUp, await bench.Flow.StepRunner.RunAsync(crashing, Cancellation));
        await bench.DrainAsync();

        var prediction = await bench.PredictionAsync(submission);
        Assert.Equal("step.crashed", (string?)prediction["errors"]![0]!["code"]);
        Assert.Equal(bench.Limits.StepCrashes + 1, (int)prediction["usage"]!["lost_attempts"]!);
        Assert.Equal(["word2"], prediction["response"]!["words"]!.AsArray().Select(word => (string?)word!["text"]));
    }

    [Fact]
    public async Task Message_OfAPurgedRun_IsDropped()
    {
        using var bench = new FlowBench();
        var submission = await bench.SubmitAsync(bench.Document(2));
        await bench.StepAsync();
        await bench.Flow.JobDesk.PurgeAsync(submission.Run, Cancellation);

        var message = new StepMessage(submission.Run, new StepKey(StepKind.Read, 1));
        Assert.Equal(StepDisposition.Dropped, await bench.Flow.StepRunner.RunAsync(message, Cancellation));
        Assert.Equal(StepDisposition.Dropped, await bench.Flow.PoisonedStep.HandleAsync(message, Cancellation));
    }

    [Fact]
    public async Task Message_OfAnOlderGeneration_IsDropped()
    {
        using var bench = new FlowBench();
        var first = await bench.SubmitAsync(bench.Document(2));
        await bench.SubmitAsync(bench.Document(2) with { Force = true });

        Assert.Equal(
            StepDisposition.Dropped,
            await bench.Flow.StepRunner.RunAsync(new StepMessage(first.Run, new StepKey(StepKind.Split)), Cancellation)
        );
    }

    [Fact]
    public async Task Message_OfAnOlderEpoch_IsDropped()
    {
        using var bench = new FlowBench();
        var submission = await bench.SubmitAsync(bench.Document(2));
        bench.Time.Advance(bench.Limits.QuietTime + TimeSpan.FromSeconds(1));
        await bench.Flow.Sweeper.SweepAsync(Cancellation);

        Assert.Equal(
            StepDisposition.Dropped,
            await bench.Flow.StepRunner.RunAsync(new StepMessage(submission.Run, new StepKey(StepKind.Split)), Cancellation)
        );
    }

    [Fact]
    public async Task Poisoned_MessageOfAnOlderEpoch_IsDroppedAndNotPutBack()
    {
        using var bench = new FlowBench();
        var submission = await bench.SubmitAsync(bench.Document(2));
        bench.Time.Advance(bench.Limits.QuietTime + TimeSpan.FromSeconds(1));
        await bench.Flow.Sweeper.SweepAsync(Cancellation);
        var old = new StepMessage(submission.Run, new StepKey(StepKind.Split));

        Assert.Equal(StepDisposition.Dropped, await bench.Flow.PoisonedStep.HandleAsync(old, Cancellation));
        Assert.Equal(StepDisposition.Retried, await bench.Flow.PoisonedStep.HandleAsync(old with { Epoch = 1 }, Cancellation));
    }

    [Fact]
    public async Task Work_DeletedUnderAStep_FailsTheRunWithItsReason()
    {
        using var bench = new FlowBench();
        var submission = await bench.SubmitAsync(bench.Document(2));
        await foreach (var blob in bench.Blobs.ListAsync(StorageNames.Work, "", Cancellation))
        {
            await bench.Blobs.DeleteAsync(blob.Name, Cancellation);
        }

        await bench.DrainAsync();

        Assert.Equal((SubmissionStatus.Failed, "storage.gone"), await EndAsync(bench, submission));
    }

    [Fact]
    public async Task Poisoned_InnocentMessage_IsPutBackABoundedNumberOfTimes()
    {
        using var bench = new FlowBench();
        var submission = await bench.SubmitAsync(bench.Document(2));
        await bench.StepAsync();
        var message = new StepMessage(submission.Run, new StepKey(StepKind.Read, 1));
        var dispositions = new List<StepDisposition>();

        while (dispositions.LastOrDefault() != StepDisposition.GivenUp)
        {
            dispositions.Add(await bench.Flow.PoisonedStep.HandleAsync(message, Cancellation));
        }

        Assert.Equal(bench.Limits.PutBacks, dispositions.Count(disposition => disposition == StepDisposition.Retried));
    }

    private static async Task<(SubmissionStatus, string?)> EndAsync(FlowBench bench, Submission submission)
    {
        var end = await bench.FindAsync(submission);
        return (end.Status, end.Failure?.Code);
    }

    /// <summary>Leaves the row of a step as a worker leaves it that dies at work.</summary>
    private static Task ClaimAsync(FlowBench bench, RunKey run, StepKey step, DateTimeOffset until, int crashes = 0)
    {
        var ledger = new StepLedger(bench.Tables, new Limits());
        return ledger.ChangeAsync(
            run,
            step,
            current => current with { State = StepState.Claimed, Starts = crashes + 1, Crashes = crashes, Until = until },
            Cancellation
        );
    }
}
