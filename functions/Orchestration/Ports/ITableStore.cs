namespace GroundedDocs.Orchestration.Ports;

/// <summary>
/// Rows by partition and key with optimistic concurrency, strongly consistent. Storage that does not answer throws
/// <see cref="StorageUnavailableException"/>.
/// </summary>
public interface ITableStore
{
    /// <summary>A row, or null.</summary>
    Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken);

    /// <summary>Adds a row.</summary>
    /// <returns>Its ETag, or null when there is already a row with its keys.</returns>
    Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken);

    /// <summary>Replaces the row that has the ETag of <paramref name="row"/>.</summary>
    /// <returns>The new ETag, or null when the row was changed or deleted meanwhile.</returns>
    Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken);

    /// <summary>Writes a row whatever is there.</summary>
    Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken);

    /// <summary>Writes rows of one partition, any number of them, a hundred or fewer at once.</summary>
    Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken);

    /// <summary>Deletes a row; deleting one that does not exist is fine.</summary>
    Task DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken);

    /// <summary>The rows of a partition whose key begins with a prefix, in ordinal order of their keys.</summary>
    IAsyncEnumerable<TableRow> ListAsync(string table, string partition, string keyPrefix, CancellationToken cancellationToken);

    /// <summary>
    /// Up to <paramref name="count"/> rows of a partition with keys after one and before another (both exclusive), in ordinal
    /// order of their keys. No more rows than that are read.
    /// </summary>
    Task<IReadOnlyList<TableRow>> TakeAsync(
        string table,
        string partition,
        string afterKey,
        string beforeKey,
        int count,
        CancellationToken cancellationToken
    );
}
