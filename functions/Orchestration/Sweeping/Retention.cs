using GroundedDocs.Orchestration.Files;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>Deletes runs, their results and their dropped files once they are older than the retention.</summary>
internal sealed class Retention(RunCalendar calendar, RunPurge purge, FileDesk files, ITableStore tables, Limits limits, TimeProvider time)
{
    /// <summary>Days looked back beyond the retention: what a service that stood still for two months still finds.</summary>
    private const int DaysBack = 60;

    private const string Partition = "retention";
    private const string Key = "next";

    /// <summary>Once a day, by whichever sweep comes first.</summary>
    public async Task DeleteOldAsync(CancellationToken cancellationToken)
    {
        if (!await ClaimAsync(cancellationToken))
        {
            return;
        }

        await files.DeleteExpiredAsync(DaysBack, cancellationToken);
        var newest = time.GetUtcNow() - limits.Retention - TimeSpan.FromDays(1);
        for (var back = 0; back < DaysBack; back++)
        {
            var day = newest - TimeSpan.FromDays(back);
            var old = new List<RunKey>();
            await foreach (var run in calendar.OnAsync(day, cancellationToken))
            {
                old.Add(run);
            }

            foreach (var run in old)
            {
                await purge.PurgeAsync(run, cancellationToken);
                await calendar.RemoveAsync(run, day, cancellationToken);
            }
        }
    }

    private async Task<bool> ClaimAsync(CancellationToken cancellationToken)
    {
        var current = await tables.GetAsync(StorageNames.OpenTable, Partition, Key, cancellationToken);
        if (current?.Moment("At") > time.GetUtcNow())
        {
            return false;
        }

        var values = new Dictionary<string, object> { ["At"] = time.GetUtcNow() + TimeSpan.FromDays(1) };
        var next = new TableRow(Partition, Key, values, current?.ETag);
        return current is null
            ? await tables.InsertAsync(StorageNames.OpenTable, next, cancellationToken) is not null
            : await tables.ReplaceAsync(StorageNames.OpenTable, next, cancellationToken) is not null;
    }
}
