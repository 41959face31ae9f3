using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Running;

/// <summary>Takes a step into this worker's hands, and lays down how its attempt ended.</summary>
internal sealed class StepOwnership(StepLedger steps, Limits limits, TimeProvider time)
{
    /// <summary>Claims the step of a message, unless it is final, in other hands, or of a newer epoch.</summary>
    /// <returns>The row as it is now, and whether this worker holds it.</returns>
    public async Task<(StepRow Row, bool IsMine)> TakeAsync(StepMessage message, CancellationToken cancellationToken)
    {
        var isMine = false;
        var row = new StepRow(message.Step, StepState.Waiting) { Epoch = message.Epoch };
        var inserted = await steps.InsertAsync(message.Run, Claimed(row), cancellationToken);
        if (inserted is not null)
        {
            return (inserted, true);
        }

        row = await steps.ChangeAsync(
            message.Run,
            message.Step,
            current =>
            {
                isMine = !current.IsFinal && current.Epoch <= message.Epoch && !current.IsInHand(time.GetUtcNow());
                return isMine ? Claimed(current) : null;
            },
            cancellationToken
        );
        return (row, isMine);
    }

    /// <summary>
    /// Stores how an attempt ended and what it used up, unless the step has become final in other hands: then that stays, and what
    /// was used up is left for the run's next step, because it was paid for all the same. Null when the row is gone, and with it the
    /// run: it was purged under us.
    /// </summary>
    public async Task<StepRow?> SettleAsync(RunKey run, StepRow row, Func<StepRow, StepRow> settle, CancellationToken cancellationToken)
    {
        var used = UsageMeter.TakeHere();
        var isOthers = false;
        var stored =
            await steps.ReplaceAsync(run, Ended(settle(row)), cancellationToken)
            ?? await steps.ChangeAsync(
                run,
                row.Key,
                current => (isOthers = current.IsFinal) || current.ETag is null ? null : Ended(settle(current)),
                cancellationToken
            );
        if (isOthers)
        {
            UsageMeter.Count(used);
        }
        else
        {
            FlowTelemetry.Used(row.Key.KindName, used);
        }

        return stored.ETag is null ? null : stored;

        StepRow Ended(StepRow ended) => ended with { Usage = ended.Usage + used, ChangedAt = time.GetUtcNow() };
    }

    private StepRow Claimed(StepRow row) =>
        row with
        {
            State = StepState.Claimed,
            Starts = row.Starts + 1,
            Crashes = row.Crashes + (row.State == StepState.Claimed ? 1 : 0),
            Until = time.GetUtcNow() + limits.ClaimTime,
            ChangedAt = time.GetUtcNow(),
        };
}
