using System.Globalization;
using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>Which generations were started on which day, so that listing the newest and deleting the oldest reads no others.</summary>
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

    private static string Partition(DateTimeOffset moment) =>
        "day-" + moment.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
