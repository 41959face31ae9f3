using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>
/// Looks after runs that have been quiet for too long, and deletes what is too old. Any number of sweeps may run at the same
/// time: each look is claimed first.
/// </summary>
public sealed class Sweeper
{
    /// <summary>Looks at a run that does not move become rarer, up to this many doublings.</summary>
    private const int MaxDoublings = 5;

    private readonly OpenRuns open;
    private readonly RunLedger runs;
    private readonly HistoryReader histories;
    private readonly Revival revival;
    private readonly Succession succession;
    private readonly RunPurge purge;
    private readonly Retention retention;
    private readonly Limits limits;
    private readonly TimeProvider time;

    internal Sweeper(
        OpenRuns open,
        RunLedger runs,
        HistoryReader histories,
        Revival revival,
        Succession succession,
        RunPurge purge,
        Retention retention,
        Limits limits,
        TimeProvider time
    )
    {
        this.open = open;
        this.runs = runs;
        this.histories = histories;
        this.revival = revival;
        this.succession = succession;
        this.purge = purge;
        this.retention = retention;
        this.limits = limits;
        this.time = time;
    }

    /// <summary>One sweep.</summary>
    /// <returns>How many steps were sent again.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var revived = 0;
        await foreach (var run in open.ListAsync(cancellationToken))
        {
            if (run.NextLookAt <= time.GetUtcNow())
            {
                revived += await LookAfterAsync(run, cancellationToken);
            }
        }

        await retention.DeleteOldAsync(cancellationToken);
        return revived;
    }

    private async Task<int> LookAfterAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var generation = await runs.FindAsync(run.Run, cancellationToken);
        var history = generation is { IsLive: true } ? await histories.ReadAsync(generation, cancellationToken) : null;
        var isMoving = history?.MovedAt > time.GetUtcNow() - limits.QuietTime;
        var doublings = isMoving ? 0 : Math.Min(run.Looks, MaxDoublings);
        var next = time.GetUtcNow() + (limits.QuietTime * Math.Pow(2, doublings));
        if (!await open.PostponeAsync(run, next, isMoving ? 0 : run.Looks + 1, cancellationToken) || isMoving)
        {
            return 0;
        }

        if (generation is null && run.Looks < OpenRuns.EnoughLooks)
        {
            return 0;
        }

        if (generation is null || history is null)
        {
            await CloseAsync(run.Run, generation, cancellationToken);
            return 0;
        }

        var revived = await revival.ReviveAsync(generation, history, cancellationToken);
        if (generation.Status != RunStatus.Running && revived == 0)
        {
            await open.CloseAsync(run.Run, cancellationToken);
        }

        return revived;
    }

    private async Task CloseAsync(RunKey run, GenerationRow? generation, CancellationToken cancellationToken)
    {
        if (generation is null)
        {
            await purge.CleanUpAsync(run, cancellationToken);
        }
        else if (generation.Status == RunStatus.Superseded)
        {
            await succession.MoveToNewestAsync(generation, cancellationToken);
        }

        await open.CloseAsync(run, cancellationToken);
    }
}
