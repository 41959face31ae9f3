using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Running;

/// <summary>What is written when a last step could not do its own writing.</summary>
internal sealed class RunEnding(RunLedger runs, SubmissionLedger submissions, TimeProvider time)
{
    /// <summary>A result that cannot be published fails the run and its submissions, so that nobody waits for ever.</summary>
    public async Task AfterPublishFailedAsync(GenerationRow generation, StepRow row, CancellationToken cancellationToken)
    {
        var failed = await runs.ChangeAsync(
            generation.Run,
            current =>
                current.Status == RunStatus.Running
                    ? current with
                    {
                        Status = RunStatus.Failed,
                        Failure = row.Failure,
                        FinishedAt = time.GetUtcNow(),
                    }
                    : null,
            cancellationToken
        );
        await foreach (var submission in runs.LinksAsync(generation.Run, cancellationToken))
        {
            await submissions.ChangeAsync(
                generation.Owner,
                submission,
                current =>
                    current.Status == SubmissionStatus.Pending
                        ? current with
                        {
                            Status = SubmissionStatus.Failed,
                            Failure = row.Failure,
                            CompletedAt = failed?.FinishedAt ?? time.GetUtcNow(),
                        }
                        : null,
                cancellationToken
            );
        }
    }

    /// <summary>A webhook that was given up says so on its submission.</summary>
    public async Task AfterNotifyAsync(GenerationRow generation, StepRow row, CancellationToken cancellationToken)
    {
        if (row.State == StepState.Failed)
        {
            await submissions.ChangeAsync(
                generation.Owner,
                row.Key.Submission!,
                current => current.Webhook == WebhookState.Pending ? current with { Webhook = WebhookState.Failed } : null,
                cancellationToken
            );
        }
    }
}
