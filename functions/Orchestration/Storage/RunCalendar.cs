using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>
/// Which generations were started, and which submissions refused, on which day, so that listing the newest and deleting the oldest reads no
/// others.
/// </summary>
internal sealed class RunCalendar(ITableStore tables)
{
    public Task EnterAsync(RunKey run, DateTimeOffset startedAt, CancellationToken cancellationToken) =>
        tables.UpsertAsync(
            StorageNames.OpenTable,
            new TableRow(Partition(startedAt), run.ToString(), new Dictionary<string, object>()),
            cancellationToken
        );

    public Task RemoveAsync(RunKey run, DateTimeOffset startedAt, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.OpenTable, Partition(startedAt), run.ToString(), cancellationToken);

    public async IAsyncEnumerable<RunKey> OnAsync(DateTimeOffset day, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ListAsync(StorageNames.OpenTable, Partition(day), "", cancellationToken))
        {
            if (RunKey.TryParse(row.Key) is { } run)
            {
                yield return run;
            }
        }
    }

    public Task EnterRefusedAsync(string owner, string submission, DateTimeOffset refusedAt, CancellationToken cancellationToken) =>
        tables.UpsertAsync(
            StorageNames.OpenTable,
            new TableRow(RefusedPartition(refusedAt), submission, new Dictionary<string, object> { ["Owner"] = owner }),
            cancellationToken
        );

    public Task RemoveRefusedAsync(string submission, DateTimeOffset refusedAt, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.OpenTable, RefusedPartition(refusedAt), submission, cancellationToken);

    /// <summary>Owners and ids of the submissions that were refused on a day.</summary>
    public async IAsyncEnumerable<(string Owner, string Id)> RefusedOnAsync(
        DateTimeOffset day,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var row in tables.ListAsync(StorageNames.OpenTable, RefusedPartition(day), "", cancellationToken))
        {
            yield return (row.RequiredText("Owner"), row.Key);
        }
    }

    private static string Partition(DateTimeOffset moment) => "day-" + DayKey.Of(moment);

    private static string RefusedPartition(DateTimeOffset moment) => "refused-" + DayKey.Of(moment);
}
