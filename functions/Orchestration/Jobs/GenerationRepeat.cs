using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Jobs;

/// <summary>Starts the next generation of a run that failed, was cancelled, or lost pages on the way, for the submissions it served.</summary>
internal sealed class GenerationRepeat(
    IBlobStore blobs,
    RunLedger runs,
    StepLedger steps,
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
        var before = await runs.FindAsync(run, cancellationToken);
        var head = await runs.FindHeadAsync(run.RunId, cancellationToken);
        if (before is null || head?.Generation != run.Generation || !await IsWorthRepeatingAsync(before, cancellationToken))
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
        var generation = new GenerationRow(next, RunStatus.Running, before.Owner, before.ContentKey, now)
        {
            Pages = before.Pages,
            Inherits = run,
        };
        await runs.InsertAsync(generation, cancellationToken);
        await MoveSubmissionsAsync(before, next, cancellationToken);
        await runs.AdvanceHeadAsync(head with { Generation = next.Generation }, cancellationToken);
        await SetGoingAsync(next, cancellationToken);
        return next;
    }

    private async Task<bool> IsWorthRepeatingAsync(GenerationRow before, CancellationToken cancellationToken) =>
        before.Status switch
        {
            RunStatus.Failed or RunStatus.Cancelled => true,
            RunStatus.Completed => (await steps.ListAllAsync(before.Run, cancellationToken)).Any(step =>
                step is { State: StepState.Failed, Key.Kind: StepKind.Read or StepKind.Extract }
            ),
            _ => false,
        };

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

    private async Task MoveSubmissionsAsync(GenerationRow before, RunKey next, CancellationToken cancellationToken)
    {
        await foreach (var id in runs.LinksAsync(before.Run, cancellationToken))
        {
            await runs.LinkAsync(next, id, cancellationToken);
            await submissions.ChangeAsync(
                before.Owner,
                id,
                current =>
                    current.Run == before.Run
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

    /// <summary>
    /// The next generation may have run already, when an earlier attempt to repeat died on the way and the sweep went on with it; it has
    /// listed its links then, so that each submission is sent for.
    /// </summary>
    private async Task SetGoingAsync(RunKey next, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(next, cancellationToken) is not { Status: RunStatus.Completed or RunStatus.Failed })
        {
            await sender.SendAsync(new StepMessage(next, new StepKey(StepKind.Split)), TimeSpan.Zero, cancellationToken);
            return;
        }

        await foreach (var id in runs.LinksAsync(next, cancellationToken))
        {
            await sender.SendAsync(new StepMessage(next, new StepKey(StepKind.Publish, 0, id)), TimeSpan.Zero, cancellationToken);
        }
    }
}
