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
            MovedAt = MovedAt([split, plan, ground, publish]),
        };
        if (split is { State: StepState.Done } && plan is not { IsFinal: true })
        {
            var pages = new PageSet(split.Count, generation.Pages, limits.BucketPages);
            var (reads, movedAt) = await EachAsync(run, StepKind.Read, pages, cancellationToken);
            history = history with { Reads = reads, MovedAt = Later(history.MovedAt, movedAt) };
        }

        if (plan is { State: StepState.Done } && ground is not { IsFinal: true })
        {
            var windows = new PageSet(plan.Count, null, limits.BucketPages);
            var (extracts, movedAt) = await EachAsync(run, StepKind.Extract, windows, cancellationToken);
            history = history with { Extracts = extracts, MovedAt = Later(history.MovedAt, movedAt) };
        }

        return history;
    }

    /// <summary>Rows that are final are counted once more, so that a lost look is made good.</summary>
    private async Task<(FanInProgress Progress, DateTimeOffset? MovedAt)> EachAsync(
        RunKey run,
        StepKind kind,
        PageSet expected,
        CancellationToken cancellationToken
    )
    {
        var missing = new List<int>();
        var movedAt = (DateTimeOffset?)null;
        foreach (var bucket in expected.Buckets)
        {
            var rows = await steps.ListBucketAsync(run, kind, bucket, cancellationToken);
            var kept = rows.Where(IsKept).Select(row => row.Key.Index).ToHashSet();
            movedAt = Later(movedAt, MovedAt(rows));
            missing.AddRange(expected.PagesIn(bucket).Where(page => !kept.Contains(page)));
        }

        if (missing.Count > 0)
        {
            return (new FanInProgress(false, missing), movedAt);
        }

        var (isSettled, _) = await fanIn.LookAsync(run, kind, expected, null, cancellationToken);
        return (isSettled ? FanInProgress.Settled : FanInProgress.Open, movedAt);
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
            if (row is null || !IsKept(row))
            {
                waiting.Add(id);
            }
        }

        return waiting;
    }

    private bool IsKept(StepRow row) => row.IsFinal || row.IsInHand(time.GetUtcNow());

    // A step that a sweep has sent again has not moved by that.
    private DateTimeOffset? MovedAt(IEnumerable<StepRow?> rows) =>
        rows.Where(row => row is not null && IsKept(row)).Max(row => (DateTimeOffset?)row!.ChangedAt);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

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
