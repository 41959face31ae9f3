using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Storage;

/// <summary>The list of generations that are not finished, so that the sweep need not read all runs.</summary>
internal sealed class OpenRuns(ITableStore tables)
{
    /// <summary>Partitions of the list: one partition of a table serves 2,000 requests a second.</summary>
    private const string Shards = "0123456789abcdef";

    /// <summary>
    /// Looks after which a generation that is not stored counts as gone. Whoever hands a document in opens its generation before storing it,
    /// and may stand still in between, as a laptop does that is closed: one look soon after it wakes must not delete what it has stored.
    /// </summary>
    public const int EnoughLooks = 2;

    /// <summary>Opens a generation, to be looked after at a moment.</summary>
    public Task OpenAsync(RunKey run, DateTimeOffset nextLookAt, CancellationToken cancellationToken) =>
        tables.InsertAsync(StorageNames.OpenTable, Row(run, nextLookAt, 0, null), cancellationToken);

    /// <summary>Opens a generation that is about to go, so that the look at that moment cleans up after it.</summary>
    public Task ReopenAsync(RunKey run, DateTimeOffset nextLookAt, CancellationToken cancellationToken) =>
        tables.UpsertAsync(StorageNames.OpenTable, Row(run, nextLookAt, EnoughLooks, null), cancellationToken);

    /// <summary>Claims this look and plans the next; false when another sweep was faster or the run has ended.</summary>
    public async Task<bool> PostponeAsync(OpenRun open, DateTimeOffset nextLookAt, int looks, CancellationToken cancellationToken) =>
        await tables.ReplaceAsync(StorageNames.OpenTable, Row(open.Run, nextLookAt, looks, open.ETag), cancellationToken) is not null;

    public Task CloseAsync(RunKey run, CancellationToken cancellationToken) =>
        tables.DeleteAsync(StorageNames.OpenTable, Partition(run), run.ToString(), cancellationToken);

    public async IAsyncEnumerable<OpenRun> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var shard in Shards)
        {
            await foreach (var row in tables.ListAsync(StorageNames.OpenTable, $"open-{shard}", "", cancellationToken))
            {
                if (RunKey.TryParse(row.Key) is { } run)
                {
                    yield return new OpenRun(run, row.Moment("NextLookAt") ?? default, row.Number("Looks"), row.ETag!);
                }
            }
        }
    }

    private static string Partition(RunKey run) => $"open-{run.RunId[0]}";

    private static TableRow Row(RunKey run, DateTimeOffset nextLookAt, int looks, string? etag) =>
        new(Partition(run), run.ToString(), new Dictionary<string, object> { ["NextLookAt"] = nextLookAt, ["Looks"] = looks }, etag);
}
