using GroundedDocs.Orchestration.Deciding;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>Reads the whole history of a run: what is done, what is in somebody's hands, and what is missing.</summary>
internal sealed class HistoryReader(
    StepLedger steps,
    FanIn fanIn,
    RunLedger runs,
    SubmissionLedger submissions,
    Limits limits,
    TimeProvider time
)
{
    public async Task<RunHistory> ReadAsync(GenerationRow generation, CancellationToken cancellationToken)
    {
        var run = generation.Run;
        var publish = await FindAsync(run, StepKind.Publish, cancellationToken);
        if (publish is { IsFinal: true })
        {
            return new RunHistory { Publish = StepProgress.Done, Notifications = await WaitingAsync(generation, cancellationToken) };
        }

        var split = await FindAsync(run, StepKind.Split, cancellationToken);
        var plan = await FindAsync(run, StepKind.Plan, cancellationToken);
        var ground = await FindAsync(run, StepKind.Ground, cancellationToken);
        var history = new RunHistory
        {
            Split = ProgressOf(split),
            Plan = ProgressOf(plan),
            Ground = ProgressOf(ground),
            Publish = ProgressOf(publish),
        };
        if (split is { State: StepState.Done } && plan is not { IsFinal: true })
        {
            var pages = new PageSet(split.Count, generation.Pages, limits.BucketPages);
            history = history with { Reads = await EachAsync(run, StepKind.Read, pages, cancellationToken) };
        }

        if (plan is { State: StepState.Done } && ground is not { IsFinal: true })
        {
            var windows = new PageSet(plan.Count, null, limits.BucketPages);
            history = history with { Extracts = await EachAsync(run, StepKind.Extract, windows, cancellationToken) };
        }

        return history;
    }

    /// <summary>Rows that are final are counted once more, so that a lost look is made good.</summary>
    private async Task<FanInProgress> EachAsync(RunKey run, StepKind kind, PageSet expected, CancellationToken cancellationToken)
    {
        var missing = new List<int>();
        foreach (var bucket in expected.Buckets)
        {
            var rows = await steps.ListBucketAsync(run, kind, bucket, cancellationToken);
            var kept = rows.Where(row => row.IsFinal || row.IsInHand(time.GetUtcNow())).Select(row => row.Key.Index).ToHashSet();
            missing.AddRange(expected.PagesIn(bucket).Where(page => !kept.Contains(page)));
        }

        if (missing.Count > 0)
        {
            return new FanInProgress(false, missing);
        }

        var (isSettled, _) = await fanIn.LookAsync(run, kind, expected, null, cancellationToken);
        return isSettled ? FanInProgress.Settled : FanInProgress.Open;
    }

    private async Task<IReadOnlyList<string>> WaitingAsync(GenerationRow generation, CancellationToken cancellationToken)
    {
        var waiting = new List<string>();
        await foreach (var id in runs.LinksAsync(generation.Run, cancellationToken))
        {
            var submission = await submissions.FindAsync(generation.Owner, id, cancellationToken);
            if (submission?.AwaitsWebhookOf(generation.Run) != true)
            {
                continue;
            }

            var row = await steps.FindAsync(generation.Run, new StepKey(StepKind.Notify, Submission: id), cancellationToken);
            if (row is null || !(row.IsFinal || row.IsInHand(time.GetUtcNow())))
            {
                waiting.Add(id);
            }
        }

        return waiting;
    }

    private Task<StepRow?> FindAsync(RunKey run, StepKind kind, CancellationToken cancellationToken) =>
        steps.FindAsync(run, new StepKey(kind), cancellationToken);

    private StepProgress ProgressOf(StepRow? row) =>
        row switch
        {
            null => StepProgress.Missing,
            { State: StepState.Done } => StepProgress.Done,
            { State: StepState.Failed } => StepProgress.Failed,
            _ => row.IsInHand(time.GetUtcNow()) ? StepProgress.InHand : StepProgress.Missing,
        };
}
