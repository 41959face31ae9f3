using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Deciding;
using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Running;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>
/// Sends what a run needs and nobody has in hand. Each step sent again gets a higher epoch under its row's ETag, so that the
/// older message, should it still come, is dropped: reviving moves work, it never multiplies it.
/// </summary>
internal sealed class Revival(StepLedger steps, StepAdvance advance, StepSender sender, Limits limits, TimeProvider time)
{
    /// <returns>How many steps were sent again.</returns>
    public async Task<int> ReviveAsync(GenerationRow generation, RunHistory history, CancellationToken cancellationToken)
    {
        var missing = Decider.Decide(history);
        foreach (var step in missing)
        {
            await ReviveAsync(generation, step, cancellationToken);
        }

        return missing.Count;
    }

    private async Task ReviveAsync(GenerationRow generation, StepKey step, CancellationToken cancellationToken)
    {
        var isRevived = false;
        var row = await steps.ChangeAsync(
            generation.Run,
            step,
            current =>
            {
                isRevived = !current.IsFinal && !current.IsInHand(time.GetUtcNow());
                return isRevived ? Revived(current) : null;
            },
            cancellationToken
        );
        if (row.IsFinal)
        {
            await advance.AfterAsync(generation, row, cancellationToken);
        }
        else if (isRevived)
        {
            await sender.SendAsync(new StepMessage(generation.Run, step, 1, row.Epoch), TimeSpan.Zero, cancellationToken);
        }
    }

    private StepRow Revived(StepRow current) =>
        current.Epoch < limits.Revivals
            ? current with
            {
                State = StepState.Waiting,
                Epoch = current.Epoch + 1,
                Crashes = current.Crashes + (current.State == StepState.Claimed ? 1 : 0),
                Until = null,
                ChangedAt = time.GetUtcNow(),
            }
            : current with
            {
                State = StepState.Failed,
                ChangedAt = time.GetUtcNow(),
                Failure = new Failure("step.lost", $"The step '{current.Key.KindName}' was lost {current.Epoch} times; it was given up."),
            };
}
