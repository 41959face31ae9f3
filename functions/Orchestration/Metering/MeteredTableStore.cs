using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Metering;

/// <summary>Counts operations on tables.</summary>
internal sealed class MeteredTableStore(ITableStore store) : ITableStore
{
    /// <summary>Rows that the service takes in one batch; fewer where rows are long.</summary>
    private const int WrittenAtOnce = 100;

    /// <summary>Rows that the service lists at once.</summary>
    private const int ListedAtOnce = 1_000;

    public Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.GetAsync(table, partition, key, cancellationToken);
    }

    public Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.InsertAsync(table, row, cancellationToken);
    }

    public Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.ReplaceAsync(table, row, cancellationToken);
    }

    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.UpsertAsync(table, row, cancellationToken);
    }

    public Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage((rows.Count + WrittenAtOnce - 1) / WrittenAtOnce);
        return store.UpsertManyAsync(table, rows, cancellationToken);
    }

    public Task DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.DeleteAsync(table, partition, key, cancellationToken);
    }

    public IAsyncEnumerable<TableRow> ListAsync(string table, string partition, string keyPrefix, CancellationToken cancellationToken) =>
        MeteredStorage.CountPages(store.ListAsync(table, partition, keyPrefix, cancellationToken), ListedAtOnce);

    public Task<IReadOnlyList<TableRow>> TakeAsync(
        string table,
        string partition,
        string afterKey,
        string beforeKey,
        int count,
        CancellationToken cancellationToken
    )
    {
        UsageMeter.CountStorage((count + ListedAtOnce - 1) / ListedAtOnce);
        return store.TakeAsync(table, partition, afterKey, beforeKey, count, cancellationToken);
    }
}
