using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.Orchestration.WorkList;

/// <summary>Tables in memory that count what is read of them.</summary>
internal sealed class CountingTables : ITableStore
{
    private readonly InMemoryTableStore tables = new();

    public int RowsRead { get; set; }

    public async Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        RowsRead++;
        return await tables.GetAsync(table, partition, key, cancellationToken);
    }

    public Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        tables.InsertAsync(table, row, cancellationToken);

    public Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        tables.ReplaceAsync(table, row, cancellationToken);

    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        tables.UpsertAsync(table, row, cancellationToken);

    public Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken) =>
        tables.UpsertManyAsync(table, rows, cancellationToken);

    public Task DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        tables.DeleteAsync(table, partition, key, cancellationToken);

    public async IAsyncEnumerable<TableRow> ListAsync(
        string table,
        string partition,
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var row in tables.ListAsync(table, partition, keyPrefix, cancellationToken))
        {
            RowsRead++;
            yield return row;
        }
    }

    public async Task<IReadOnlyList<TableRow>> TakeAsync(
        string table,
        string partition,
        string afterKey,
        string beforeKey,
        int count,
        CancellationToken cancellationToken
    )
    {
        var rows = await tables.TakeAsync(table, partition, afterKey, beforeKey, count, cancellationToken);
        RowsRead += rows.Count;
        return rows;
    }
}
