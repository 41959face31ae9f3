using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>
/// Deletes everything of a generation. It is stopped first, so that its messages are dropped, and its own row goes last, so that
/// a purge that was interrupted is simply repeated.
/// </summary>
internal sealed class RunPurge(RunLedger runs, SubmissionPurge submissions, WorkPurge work, OpenRuns open, Limits limits, TimeProvider time)
{
    /// <summary>Deletes a generation with everything it made.</summary>
    /// <returns>False when there is no such generation.</returns>
    public async Task<bool> PurgeAsync(RunKey run, CancellationToken cancellationToken)
    {
        var wasAtWork = false;
        var generation = await runs.ChangeAsync(
            run,
            current =>
            {
                wasAtWork = current.Status == RunStatus.Running;
                return wasAtWork ? current with { Status = RunStatus.Cancelled, FinishedAt = time.GetUtcNow() } : null;
            },
            cancellationToken
        );
        if (generation is null)
        {
            return false;
        }

        var quietAt = (generation.FinishedAt ?? time.GetUtcNow()) + limits.LongestStep;
        if (quietAt > time.GetUtcNow())
        {
            // A step that is at work now may still write; the sweep cleans up after the last that can.
            await open.ReopenAsync(run, quietAt, cancellationToken);
        }

        await submissions.PurgeAllAsync(generation, cancellationToken);
        await work.DeleteAsync(run, cancellationToken);
        if (await runs.FindReadingAsync(generation.ContentKey, cancellationToken) == run)
        {
            await runs.ForgetReadingAsync(generation.ContentKey, cancellationToken);
        }

        if (quietAt <= time.GetUtcNow())
        {
            await open.CloseAsync(run, cancellationToken);
        }

        await runs.DeleteAsync(run, cancellationToken);
        return true;
    }

    /// <summary>Deletes what steps wrote that were at work while their generation was purged.</summary>
    public Task CleanUpAsync(RunKey run, CancellationToken cancellationToken) => work.DeleteAsync(run, cancellationToken);

    /// <summary>
    /// Deletes what a generation made for submissions of before a moment. Younger ones that joined it later keep it alive.
    /// </summary>
    /// <returns>When the youngest of those was handed in; null when all is deleted.</returns>
    public async Task<DateTimeOffset?> ExpireAsync(RunKey run, DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (
            await runs.FindAsync(run, cancellationToken) is { } generation
            && await submissions.PurgeOldAsync(generation, before, cancellationToken) is { } youngest
        )
        {
            return youngest;
        }

        await PurgeAsync(run, cancellationToken);
        return null;
    }
}
