using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Jobs;

/// <summary>Starts the next generation of a run that failed or was cancelled, for the submissions it failed.</summary>
internal sealed class GenerationRepeat(
    IBlobStore blobs,
    RunLedger runs,
    SubmissionLedger submissions,
    OpenRuns open,
    RunCalendar calendar,
    StepSender sender,
    Limits limits,
    TimeProvider time
)
{
    public async Task<RunKey?> RepeatAsync(RunKey run, CancellationToken cancellationToken)
    {
        var failed = await runs.FindAsync(run, cancellationToken);
        var head = await runs.FindHeadAsync(run.RunId, cancellationToken);
        if (failed is not { Status: RunStatus.Failed or RunStatus.Cancelled } || head is null || head.Generation != run.Generation)
        {
            return null;
        }

        var next = run with { Generation = run.Generation + 1 };
        if (!await CopyAsync(run, next, cancellationToken))
        {
            return null;
        }

        var now = time.GetUtcNow();
        await open.OpenAsync(next, now + limits.QuietTime, cancellationToken);
        await calendar.EnterAsync(next, now, cancellationToken);
        var generation = new GenerationRow(next, RunStatus.Running, failed.Owner, failed.ContentKey, now)
        {
            Pages = failed.Pages,
            Inherits = run,
        };
        await runs.InsertAsync(generation, cancellationToken);
        await MoveSubmissionsAsync(failed, next, cancellationToken);
        await runs.AdvanceHeadAsync(head with { Generation = next.Generation }, cancellationToken);
        await sender.SendAsync(new StepMessage(next, new StepKey(StepKind.Split)), TimeSpan.Zero, cancellationToken);
        return next;
    }

    private async Task<bool> CopyAsync(RunKey from, RunKey to, CancellationToken cancellationToken)
    {
        using var source = await blobs.FetchAsync(WorkBlobs.Source(from), cancellationToken);
        if (source is null || await blobs.ReadAsync(WorkBlobs.Request(from), cancellationToken) is not { } request)
        {
            return false;
        }

        await blobs.CreateFromFileAsync(WorkBlobs.Source(to), source.Path, cancellationToken);
        await blobs.CreateAsync(WorkBlobs.Request(to), request, cancellationToken);
        return true;
    }

    private async Task MoveSubmissionsAsync(GenerationRow failed, RunKey next, CancellationToken cancellationToken)
    {
        await foreach (var id in runs.LinksAsync(failed.Run, cancellationToken))
        {
            await runs.LinkAsync(next, id, cancellationToken);
            await submissions.ChangeAsync(
                failed.Owner,
                id,
                current =>
                    current.Status is SubmissionStatus.Failed or SubmissionStatus.Cancelled
                        ? current with
                        {
                            Run = next,
                            Status = SubmissionStatus.Pending,
                            CompletedAt = null,
                            Failure = null,
                            Webhook = current.CallbackUrl is null ? WebhookState.None : WebhookState.Pending,
                        }
                        : null,
                cancellationToken
            );
        }
    }
}
