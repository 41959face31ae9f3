using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.App.Work;

/// <summary>A table store that fails every request: as unavailable, unless something else is given.</summary>
internal sealed class UnavailableTables(Func<Exception> failure) : ITableStore
{
    public UnavailableTables()
        : this(() => new StorageUnavailableException()) { }

    public Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken) => throw failure();

    public Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken) => throw failure();

    public Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken) => throw failure();

    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken) => throw failure();

    public Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken) => throw failure();

    public Task DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken) => throw failure();

    public IAsyncEnumerable<TableRow> ListAsync(string table, string partition, string keyPrefix, CancellationToken cancellationToken) =>
        throw failure();

    public Task<IReadOnlyList<TableRow>> TakeAsync(
        string table,
        string partition,
        string afterKey,
        string beforeKey,
        int count,
        CancellationToken cancellationToken
    ) => throw failure();
}
