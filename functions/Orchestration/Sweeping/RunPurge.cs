using GroundedDocs.Orchestration.Corrections;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>
/// Deletes everything of a generation. It is stopped first, so that its messages are dropped, and its own row goes last, so that
/// a purge that was interrupted is simply repeated.
/// </summary>
internal sealed class RunPurge(
    StoragePorts storage,
    RunLedger runs,
    StepLedger steps,
    SubmissionLedger submissions,
    CorrectionLedger corrections,
    ResultNames names,
    OpenRuns open,
    Limits limits
)
{
    public async Task PurgeAsync(RunKey run, CancellationToken cancellationToken)
    {
        var generation = await runs.ChangeAsync(
            run,
            current => current.Status == RunStatus.Running ? current with { Status = RunStatus.Cancelled } : null,
            cancellationToken
        );
        if (generation is null)
        {
            return;
        }

        await PurgeSubmissionsAsync(generation, cancellationToken);
        await PurgeStepsAsync(generation, cancellationToken);
        await DeleteRowsAsync(StorageNames.FieldTable, run.ToString(), cancellationToken);
        await DeleteBlobsAsync(run, cancellationToken);
        if (await runs.FindReadingAsync(generation.ContentKey, cancellationToken) == run)
        {
            await runs.ForgetReadingAsync(generation.ContentKey, cancellationToken);
        }

        await open.CloseAsync(run, cancellationToken);
        await runs.DeleteAsync(run, cancellationToken);
    }

    private async Task PurgeSubmissionsAsync(GenerationRow generation, CancellationToken cancellationToken)
    {
        var linked = new List<string>();
        await foreach (var id in runs.LinksAsync(generation.Run, cancellationToken))
        {
            linked.Add(id);
        }

        foreach (var id in linked)
        {
            if (await submissions.FindAsync(generation.Owner, id, cancellationToken) is { } submission && submission.Run == generation.Run)
            {
                await DeleteResultAsync(submission, cancellationToken);
                await corrections.DeleteAllAsync(generation.Owner, id, cancellationToken);
                await submissions.DeleteAsync(generation.Owner, id, cancellationToken);
            }

            await runs.UnlinkAsync(generation.Run, id, cancellationToken);
        }
    }

    /// <summary>A name that another document has taken meanwhile stays.</summary>
    private async Task DeleteResultAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (submission.ResultPath(submission.Domain) is { } name && await names.OwnsAsync(submission, cancellationToken))
        {
            await storage.Blobs.DeleteAsync(new BlobName(StorageNames.Results, name + ".json"), cancellationToken);
            await storage.Blobs.DeleteAsync(new BlobName(StorageNames.Results, name + ".error.json"), cancellationToken);
            await names.ForgetAsync(submission, cancellationToken);
        }
    }

    private async Task PurgeStepsAsync(GenerationRow generation, CancellationToken cancellationToken)
    {
        var run = generation.Run;
        var split = await steps.FindAsync(run, new StepKey(StepKind.Split), cancellationToken);
        var plan = await steps.FindAsync(run, new StepKey(StepKind.Plan), cancellationToken);
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            var parts = kind switch
            {
                StepKind.Read => split is { Count: > 0 } ? split.Count : limits.Pages,
                StepKind.Extract => plan?.Count ?? 0,
                _ => 1,
            };
            foreach (var partition in steps.Partitions(run, kind, parts))
            {
                await DeleteRowsAsync(StorageNames.StepTable, partition, cancellationToken);
            }
        }
    }

    private async Task DeleteRowsAsync(string table, string partition, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var row in storage.Tables.ListAsync(table, partition, "", cancellationToken))
        {
            keys.Add(row.Key);
        }

        foreach (var key in keys)
        {
            await storage.Tables.DeleteAsync(table, partition, key, cancellationToken);
        }
    }

    private async Task DeleteBlobsAsync(RunKey run, CancellationToken cancellationToken)
    {
        var blobs = new List<BlobName>();
        await foreach (var blob in storage.Blobs.ListAsync(StorageNames.Work, WorkBlobs.Folder(run), cancellationToken))
        {
            blobs.Add(blob.Name);
        }

        foreach (var blob in blobs)
        {
            await storage.Blobs.DeleteAsync(blob, cancellationToken);
        }
    }
}
