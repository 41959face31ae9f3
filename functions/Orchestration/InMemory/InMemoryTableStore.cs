using System.Globalization;
using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.InMemory;

/// <summary>Tables in this process's memory, with the concurrency rules of a real table store.</summary>
public sealed class InMemoryTableStore : ITableStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Table, string Partition), SortedDictionary<string, TableRow>> partitions = [];
    private long writes;

    /// <inheritdoc/>
    public Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(Find(table, partition)?.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        lock (gate)
        {
            return Task.FromResult(Find(table, row.Partition)?.ContainsKey(row.Key) == true ? null : Put(table, row));
        }
    }

    /// <inheritdoc/>
    public Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        lock (gate)
        {
            var stored = Find(table, row.Partition)?.GetValueOrDefault(row.Key);
            return Task.FromResult(stored is not null && stored.ETag == row.ETag ? Put(table, row) : null);
        }
    }

    /// <inheritdoc/>
    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        UpsertManyAsync(table, [row], cancellationToken);

    /// <inheritdoc/>
    public Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        lock (gate)
        {
            foreach (var row in rows)
            {
                Put(table, row);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Find(table, partition)?.Remove(key);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TableRow> ListAsync(
        string table,
        string partition,
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        TableRow[] rows;
        lock (gate)
        {
            rows = Find(table, partition)?.Values.Where(row => row.Key.StartsWith(keyPrefix, StringComparison.Ordinal)).ToArray() ?? [];
        }

        foreach (var row in rows)
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TableRow>> TakeAsync(
        string table,
        string partition,
        string afterKey,
        string beforeKey,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (gate)
        {
            var rows = Find(table, partition)
                ?.Values.Where(row => string.CompareOrdinal(row.Key, afterKey) > 0 && string.CompareOrdinal(row.Key, beforeKey) < 0)
                .Take(count);
            return Task.FromResult<IReadOnlyList<TableRow>>(rows?.ToArray() ?? []);
        }
    }

    private SortedDictionary<string, TableRow>? Find(string table, string partition) => partitions.GetValueOrDefault((table, partition));

    private string Put(string table, TableRow row)
    {
        var etag = (++writes).ToString(CultureInfo.InvariantCulture);
        if (!partitions.TryGetValue((table, row.Partition), out var rows))
        {
            partitions[(table, row.Partition)] = rows = new SortedDictionary<string, TableRow>(StringComparer.Ordinal);
        }

        rows[row.Key] = row with { Values = new Dictionary<string, object>(row.Values), ETag = etag };
        return etag;
    }
}
