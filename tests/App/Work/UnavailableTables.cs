using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.App.Work;

/// <summary>A table store that answers every request with 503.</summary>
internal sealed class UnavailableTables : ITableStore
{
    public Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        throw new StorageUnavailableException();

    public Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        throw new StorageUnavailableException();

    public Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        throw new StorageUnavailableException();

    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken) => throw new StorageUnavailableException();

    public Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken) =>
        throw new StorageUnavailableException();

    public Task DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken) =>
        throw new StorageUnavailableException();

    public IAsyncEnumerable<TableRow> ListAsync(string table, string partition, string keyPrefix, CancellationToken cancellationToken) =>
        throw new StorageUnavailableException();

    public Task<IReadOnlyList<TableRow>> TakeAsync(
        string table,
        string partition,
        string afterKey,
        string beforeKey,
        int count,
        CancellationToken cancellationToken
    ) => throw new StorageUnavailableException();
}
