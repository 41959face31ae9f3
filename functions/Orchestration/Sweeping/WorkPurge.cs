using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Work;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>Deletes the intermediate work of a generation: rows of steps and fields, and its folder of blobs.</summary>
internal sealed class WorkPurge(StoragePorts storage, StepLedger steps, Limits limits)
{
    public async Task DeleteAsync(RunKey run, CancellationToken cancellationToken)
    {
        var split = await steps.FindAsync(run, new StepKey(StepKind.Split), cancellationToken);
        var plan = await steps.FindAsync(run, new StepKey(StepKind.Plan), cancellationToken);
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            var parts = kind switch
            {
                StepKind.Read => split is { Count: > 0 } ? split.Count : limits.Pages,
                StepKind.Extract => plan is { Count: > 0 } ? plan.Count : limits.Pages,
                _ => 1,
            };
            foreach (var partition in steps.Partitions(run, kind, parts))
            {
                await DeleteRowsAsync(StorageNames.StepTable, partition, cancellationToken);
            }
        }

        await DeleteRowsAsync(StorageNames.FieldTable, run.ToString(), cancellationToken);
        var blobs = storage.Blobs.ListAsync(StorageNames.Work, WorkBlobs.Folder(run), cancellationToken);
        var names = await blobs.Select(blob => blob.Name).ToListAsync(cancellationToken);
        await WorkStore.EachAsync(names, name => DoneAsync(storage.Blobs.DeleteAsync(name, cancellationToken)));
    }

    private async Task DeleteRowsAsync(string table, string partition, CancellationToken cancellationToken)
    {
        var rows = storage.Tables.ListAsync(table, partition, "", cancellationToken);
        var keys = await rows.Select(row => row.Key).ToListAsync(cancellationToken);
        await WorkStore.EachAsync(keys, key => DoneAsync(storage.Tables.DeleteAsync(table, partition, key, cancellationToken)));
    }

    private static async Task<bool> DoneAsync(Task deletion)
    {
        await deletion;
        return true;
    }
}
