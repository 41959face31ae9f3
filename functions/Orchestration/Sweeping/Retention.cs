using GroundedDocs.Orchestration.Files;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Sweeping;

/// <summary>
/// Deletes runs with their results, refused submissions, and uploaded files, once they are older than the retention. Files of the inbox are deleted
/// where the inbox is scanned.
/// </summary>
internal sealed class Retention(
    RunCalendar calendar,
    RunPurge purge,
    SubmissionPurge submissions,
    FileDesk files,
    RequestClaims claims,
    ITableStore tables,
    Limits limits,
    TimeProvider time
)
{
    /// <summary>Days looked back beyond the retention: what a service that stood still for two months still finds.</summary>
    private const int DaysBack = 60;

    private const string Partition = "retention";
    private const string Key = "next";
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Once a day, by whichever sweep comes first; where it is interrupted, a later sweep goes on.</summary>
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
            await DeleteRunsAsync(day, cancellationToken);
            await DeleteRefusedAsync(day, cancellationToken);
            await claims.ForgetAsync(day, cancellationToken);
        }

        await tables.UpsertAsync(StorageNames.OpenTable, Row(time.GetUtcNow() + Every, null), cancellationToken);
    }

    private async Task DeleteRunsAsync(DateTimeOffset day, CancellationToken cancellationToken)
    {
        foreach (var run in await calendar.OnAsync(day, cancellationToken).ToListAsync(cancellationToken))
        {
            if (await purge.ExpireAsync(run, time.GetUtcNow() - limits.Retention, cancellationToken) is { } youngest)
            {
                await calendar.EnterAsync(run, youngest, cancellationToken);
            }

            await calendar.RemoveAsync(run, day, cancellationToken);
        }
    }

    private async Task DeleteRefusedAsync(DateTimeOffset day, CancellationToken cancellationToken)
    {
        foreach (var (owner, id) in await calendar.RefusedOnAsync(day, cancellationToken).ToListAsync(cancellationToken))
        {
            await submissions.PurgeRefusedAsync(owner, id, cancellationToken);
            await calendar.RemoveRefusedAsync(id, day, cancellationToken);
        }
    }

    /// <summary>For as long as one sweep may take; whoever finishes puts the next one off by a day.</summary>
    private async Task<bool> ClaimAsync(CancellationToken cancellationToken)
    {
        var current = await tables.GetAsync(StorageNames.OpenTable, Partition, Key, cancellationToken);
        if (current?.Moment("At") > time.GetUtcNow())
        {
            return false;
        }

        var next = Row(time.GetUtcNow() + limits.SweepTime, current?.ETag);
        return current is null
            ? await tables.InsertAsync(StorageNames.OpenTable, next, cancellationToken) is not null
            : await tables.ReplaceAsync(StorageNames.OpenTable, next, cancellationToken) is not null;
    }

    private static TableRow Row(DateTimeOffset next, string? etag) =>
        new(Partition, Key, new Dictionary<string, object> { ["At"] = next }, etag);
}
