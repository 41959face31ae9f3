using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>Finds the generation that a submission joins, or starts the next one.</summary>
internal sealed class GenerationStart(
    IBlobStore blobs,
    RunLedger runs,
    Succession succession,
    OpenRuns open,
    RunCalendar calendar,
    string pipelineVersion,
    Limits limits,
    TimeProvider time
)
{
    public async Task<RunKey> JoinOrStartAsync(SubmissionRequest request, DocumentSchema? schema, CancellationToken cancellationToken)
    {
        var hash = RunIdentity.HashFile(request.LocalPath);
        var contentKey = RunIdentity.ContentKey(request.Owner, hash, pipelineVersion);
        var runId = RunIdentity.RunId(contentKey, request.Run, schema);
        while (true)
        {
            var head = await runs.FindHeadAsync(runId, cancellationToken);
            var current = head is null ? null : await runs.FindAsync(new RunKey(runId, head.Generation), cancellationToken);
            if (current is { Status: RunStatus.Running or RunStatus.Completed } && !request.Force)
            {
                return current.Run;
            }

            var next = new RunKey(runId, (head?.Generation ?? 0) + 1);
            await PrepareAsync(next, request, contentKey, current, cancellationToken);
            if (await runs.AdvanceHeadAsync(new RunHead(runId, next.Generation, head?.ETag), cancellationToken))
            {
                await SupersedeAsync(current, next, cancellationToken);
                return next;
            }
        }
    }

    /// <summary>Everything a generation needs is stored before anything points to it.</summary>
    private async Task PrepareAsync(
        RunKey run,
        SubmissionRequest request,
        string contentKey,
        GenerationRow? before,
        CancellationToken cancellationToken
    )
    {
        await blobs.CreateFromFileAsync(WorkBlobs.Source(run), request.LocalPath, cancellationToken);
        await blobs.CreateAsync(WorkBlobs.Request(run), WorkJson.Write(request.Run, WorkJson.Default.RunRequest), cancellationToken);
        var inherits =
            request.Force ? null
            : before is { Status: RunStatus.Failed } ? before.Run
            : await runs.FindReadingAsync(contentKey, cancellationToken);
        var generation = new GenerationRow(run, RunStatus.Running, request.Owner, contentKey, time.GetUtcNow())
        {
            Pages = PageSet.Write(request.Run.PageNumbers),
            Inherits = inherits,
        };
        await open.OpenAsync(run, time.GetUtcNow() + limits.QuietTime, cancellationToken);
        await calendar.EnterAsync(run, time.GetUtcNow(), cancellationToken);
        await runs.InsertAsync(generation, cancellationToken);
    }

    /// <summary>
    /// Submissions that still wait for the older generation move to the newer one before the older one stops, and once more
    /// after it, for those that joined in between. The older one stays on the sweep's list, which moves whoever was left behind.
    /// </summary>
    private async Task SupersedeAsync(GenerationRow? before, RunKey next, CancellationToken cancellationToken)
    {
        if (before?.Status != RunStatus.Running)
        {
            return;
        }

        await succession.MoveAsync(before, next, cancellationToken);
        await runs.ChangeAsync(
            before.Run,
            current => current.Status == RunStatus.Running ? current with { Status = RunStatus.Superseded } : null,
            cancellationToken
        );
        await succession.MoveAsync(before, next, cancellationToken);
    }
}
