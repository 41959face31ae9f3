using GroundedDocs.Orchestration.Deciding;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Running;

/// <summary>
/// The look after a step: finds out as much of the history as the step can have changed, lets <see cref="Decider"/> decide, and
/// sends. Repeating it is harmless, and every duplicate does repeat it.
/// </summary>
internal sealed class StepAdvance(
    StepLedger steps,
    FanIn fanIn,
    RunLedger runs,
    SubmissionLedger submissions,
    RunEnding ending,
    OpenRuns open,
    StepSender sender,
    Limits limits
)
{
    public async Task AfterAsync(GenerationRow generation, StepRow row, CancellationToken cancellationToken)
    {
        switch (row.Key.Kind)
        {
            case StepKind.Split:
                await AfterSplitAsync(generation, row, cancellationToken);
                break;
            case StepKind.Read:
                await AfterReadAsync(generation, row, cancellationToken);
                break;
            case StepKind.Plan:
                await AfterPlanAsync(generation, row, cancellationToken);
                break;
            case StepKind.Extract:
                await AfterExtractAsync(generation, row, cancellationToken);
                break;
            case StepKind.Ground:
                await SendAsync(generation.Run, new RunHistory { Ground = ProgressOf(row) }, cancellationToken);
                break;
            case StepKind.Publish:
                await AfterPublishAsync(generation, row, cancellationToken);
                break;
            default:
                await ending.AfterNotifyAsync(generation, row, cancellationToken);
                break;
        }
    }

    private async Task AfterSplitAsync(GenerationRow generation, StepRow row, CancellationToken cancellationToken)
    {
        var history = new RunHistory { Split = ProgressOf(row) };
        if (row.State == StepState.Done)
        {
            history = await WithReadsAsync(history, generation, row.Count, null, cancellationToken);
        }

        await SendAndMarkAsync(generation.Run, history, StepKind.Read, cancellationToken);
    }

    /// <summary>The page total may not be known yet; then the split step looks itself once it has written it.</summary>
    private async Task AfterReadAsync(GenerationRow generation, StepRow row, CancellationToken cancellationToken)
    {
        var split = await steps.FindAsync(generation.Run, new StepKey(StepKind.Split), cancellationToken);
        if (split?.State == StepState.Done)
        {
            var bucket = steps.BucketOf(row.Key.Index);
            var history = await WithReadsAsync(new RunHistory(), generation, split.Count, bucket, cancellationToken);
            await SendAndMarkAsync(generation.Run, history, StepKind.Read, cancellationToken);
        }
    }

    private async Task AfterPlanAsync(GenerationRow generation, StepRow row, CancellationToken cancellationToken)
    {
        var isSent = await fanIn.IsSentAsync(generation.Run, StepKind.Plan, cancellationToken);
        var windows = row.Count == 0 ? FanInProgress.Settled : new FanInProgress(false, [.. Enumerable.Range(1, row.Count)]);
        var history = new RunHistory
        {
            Plan = ProgressOf(row),
            Extracts = isSent ? FanInProgress.Open : windows,
            // A plan without windows has nothing to extract; grounding follows it at once.
            Ground = row.Count == 0 && !isSent ? StepProgress.Missing : StepProgress.InHand,
        };
        await SendAsync(generation.Run, history, cancellationToken);
        if (!isSent)
        {
            await fanIn.MarkSentAsync(generation.Run, StepKind.Plan, cancellationToken);
        }
    }

    private async Task AfterExtractAsync(GenerationRow generation, StepRow row, CancellationToken cancellationToken)
    {
        var plan = await steps.FindAsync(generation.Run, new StepKey(StepKind.Plan), cancellationToken);
        var windows = new PageSet(plan?.Count ?? 0, null, limits.BucketPages);
        var bucket = steps.BucketOf(row.Key.Index);
        var (isSettled, isSent) = await fanIn.LookAsync(generation.Run, StepKind.Extract, windows, bucket, cancellationToken);
        var history = new RunHistory
        {
            Extracts = isSettled ? FanInProgress.Settled : FanInProgress.Open,
            Ground = isSent ? StepProgress.InHand : StepProgress.Missing,
        };
        await SendAndMarkAsync(generation.Run, history, StepKind.Extract, cancellationToken);
    }

    /// <summary>Only after the webhooks are on their way is the run off the sweep's list.</summary>
    private async Task AfterPublishAsync(GenerationRow generation, StepRow row, CancellationToken cancellationToken)
    {
        if (row.State == StepState.Failed)
        {
            await ending.AfterPublishFailedAsync(generation, row, cancellationToken);
        }

        var waiting = new List<string>();
        await foreach (var submission in Served(generation.Run, row.Key, cancellationToken))
        {
            var served = await submissions.FindAsync(generation.Owner, submission, cancellationToken);
            if (served?.AwaitsWebhookOf(generation.Run) == true)
            {
                waiting.Add(submission);
            }
        }

        var history = new RunHistory { Publish = StepProgress.Done, Notifications = waiting };
        await SendAsync(generation.Run, history, cancellationToken);
        await open.CloseAsync(generation.Run, cancellationToken);
    }

    private IAsyncEnumerable<string> Served(RunKey run, StepKey step, CancellationToken cancellationToken) =>
        step.Submission is { } one ? AsyncEnumerable.Repeat(one, 1) : runs.LinksAsync(run, cancellationToken);

    private async Task<RunHistory> WithReadsAsync(
        RunHistory history,
        GenerationRow generation,
        int pageCount,
        int? bucket,
        CancellationToken cancellationToken
    )
    {
        var pages = new PageSet(pageCount, generation.Pages, limits.BucketPages);
        var (isSettled, isSent) = await fanIn.LookAsync(generation.Run, StepKind.Read, pages, bucket, cancellationToken);
        return history with
        {
            Reads = isSettled ? FanInProgress.Settled : FanInProgress.Open,
            Plan = isSent ? StepProgress.InHand : StepProgress.Missing,
        };
    }

    /// <summary>Sends what comes next and remembers that it was sent: a crash between the two sends it twice, never not at all.</summary>
    private async Task SendAndMarkAsync(RunKey run, RunHistory history, StepKind fannedIn, CancellationToken cancellationToken)
    {
        if (await SendAsync(run, history, cancellationToken) > 0)
        {
            await fanIn.MarkSentAsync(run, fannedIn, cancellationToken);
        }
    }

    private async Task<int> SendAsync(RunKey run, RunHistory history, CancellationToken cancellationToken)
    {
        var next = Decider.Decide(history);
        foreach (var step in next)
        {
            await sender.SendAsync(new StepMessage(run, step), TimeSpan.Zero, cancellationToken);
        }

        return next.Count;
    }

    private static StepProgress ProgressOf(StepRow row) => row.State == StepState.Done ? StepProgress.Done : StepProgress.Failed;
}
