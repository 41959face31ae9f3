using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>Moves submissions that still wait for an older generation to the newest one.</summary>
internal sealed class Succession(RunLedger runs, SubmissionLedger submissions, StepSender sender)
{
    /// <summary>
    /// Moves all that wait. A generation that has been published meanwhile has listed its links already, so those that came
    /// after it are sent for here: also those that somebody moved who died before sending.
    /// </summary>
    public async Task MoveAsync(GenerationRow before, RunKey next, CancellationToken cancellationToken)
    {
        await foreach (var id in runs.LinksAsync(before.Run, cancellationToken))
        {
            if (await submissions.FindAsync(before.Owner, id, cancellationToken) is not { Status: SubmissionStatus.Pending } found)
            {
                continue;
            }

            var target = found.Run == before.Run ? next : found.Run;
            if (found.Run == before.Run)
            {
                await MoveAsync(before, id, next, cancellationToken);
            }

            if (await runs.FindAsync(target, cancellationToken) is { Status: RunStatus.Completed or RunStatus.Failed })
            {
                await sender.SendAsync(new StepMessage(target, new StepKey(StepKind.Publish, 0, id)), TimeSpan.Zero, cancellationToken);
            }
        }
    }

    private async Task MoveAsync(GenerationRow before, string id, RunKey next, CancellationToken cancellationToken)
    {
        await runs.LinkAsync(next, id, cancellationToken);
        await submissions.ChangeAsync(
            before.Owner,
            id,
            current => current.Status == SubmissionStatus.Pending && current.Run == before.Run ? current with { Run = next } : null,
            cancellationToken
        );
    }

    /// <summary>Moves what waits for a superseded generation to the newest, in case whoever superseded it died over that.</summary>
    public async Task MoveToNewestAsync(GenerationRow superseded, CancellationToken cancellationToken)
    {
        if (await runs.FindHeadAsync(superseded.Run.RunId, cancellationToken) is { } head && head.Generation > superseded.Run.Generation)
        {
            await MoveAsync(superseded, superseded.Run with { Generation = head.Generation }, cancellationToken);
        }
    }
}
