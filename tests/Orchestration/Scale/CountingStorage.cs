using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.Orchestration.Scale;

/// <summary>Counts requests to storage as Azure counts them: one for each call, one for each thousand rows or five thousand blobs listed.</summary>
public sealed class CountingStorage(IBlobStore blobs, ITableStore tables, IMessageSender messages) : IBlobStore, ITableStore, IMessageSender
{
    private const int RowsAPage = 1_000;
    private const int BlobsAPage = 5_000;
    private const int RowsATransaction = 100;
    private long operations;
    private long bytes;
    private long rowsRead;

    /// <summary>Requests so far.</summary>
    public long Operations => Interlocked.Read(ref operations);

    /// <summary>Bytes of blobs, messages and rows that were written or read; rows by their text, roughly.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Rows that were asked for by key, found or not, and rows that came in lists.</summary>
    public long RowsRead => Interlocked.Read(ref rowsRead);

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Count(content.Length, () => blobs.CreateAsync(name, content, cancellationToken));

    public Task<bool> CreateFromFileAsync(BlobName name, string localPath, CancellationToken cancellationToken) =>
        Count(new FileInfo(localPath).Length, () => blobs.CreateFromFileAsync(name, localPath, cancellationToken));

    public async Task WriteAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Add(1, content.Length);
        await blobs.WriteAsync(name, content, cancellationToken);
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(BlobName name, CancellationToken cancellationToken)
    {
        var content = await blobs.ReadAsync(name, cancellationToken);
        Add(1, content?.Length ?? 0);
        return content;
    }

    public async Task<LocalCopy?> FetchAsync(BlobName name, CancellationToken cancellationToken)
    {
        var copy = await blobs.FetchAsync(name, cancellationToken);
        Add(1, copy is null ? 0 : new FileInfo(copy.Path).Length);
        return copy;
    }

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        Count(0, () => blobs.FindAsync(name, cancellationToken));

    async IAsyncEnumerable<BlobEntry> IBlobStore.ListAsync(
        string container,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var listed = 0;
        await foreach (var entry in blobs.ListAsync(container, prefix, cancellationToken))
        {
            Add(listed++ % BlobsAPage == 0 ? 1 : 0, 0);
            yield return entry;
        }

        Add(listed == 0 ? 1 : 0, 0);
    }

    Task IBlobStore.DeleteAsync(BlobName name, CancellationToken cancellationToken)
    {
        Add(1, 0);
        return blobs.DeleteAsync(name, cancellationToken);
    }

    public async Task<TableRow?> GetAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        var row = await tables.GetAsync(table, partition, key, cancellationToken);
        Interlocked.Increment(ref rowsRead);
        Add(1, SizeOf(row));
        return row;
    }

    public Task<string?> InsertAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        Count(SizeOf(row), () => tables.InsertAsync(table, row, cancellationToken));

    public Task<string?> ReplaceAsync(string table, TableRow row, CancellationToken cancellationToken) =>
        Count(SizeOf(row), () => tables.ReplaceAsync(table, row, cancellationToken));

    public Task UpsertAsync(string table, TableRow row, CancellationToken cancellationToken)
    {
        Add(1, SizeOf(row));
        return tables.UpsertAsync(table, row, cancellationToken);
    }

    public Task UpsertManyAsync(string table, IReadOnlyList<TableRow> rows, CancellationToken cancellationToken)
    {
        Add((rows.Count + RowsATransaction - 1) / RowsATransaction, rows.Sum(SizeOf));
        return tables.UpsertManyAsync(table, rows, cancellationToken);
    }

    Task ITableStore.DeleteAsync(string table, string partition, string key, CancellationToken cancellationToken)
    {
        Add(1, 0);
        return tables.DeleteAsync(table, partition, key, cancellationToken);
    }

    async IAsyncEnumerable<TableRow> ITableStore.ListAsync(
        string table,
        string partition,
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var listed = 0;
        await foreach (var row in tables.ListAsync(table, partition, keyPrefix, cancellationToken))
        {
            Interlocked.Increment(ref rowsRead);
            Add(listed++ % RowsAPage == 0 ? 1 : 0, SizeOf(row));
            yield return row;
        }

        Add(listed == 0 ? 1 : 0, 0);
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
        Interlocked.Add(ref rowsRead, rows.Count);
        Add(Math.Max(1, (rows.Count + RowsAPage - 1) / RowsAPage), rows.Sum(SizeOf));
        return rows;
    }

    /// <summary>A message costs three requests in its life: it is sent, received and deleted.</summary>
    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        Add(3, 2 * body.Length);
        return messages.SendAsync(queue, body, delay, cancellationToken);
    }

    private static long SizeOf(TableRow? row) =>
        row is null
            ? 0
            : row.Partition.Length + row.Key.Length + row.Values.Sum(value => value.Key.Length + (value.Value as string)?.Length ?? 8);

    private Task<T> Count<T>(long size, Func<Task<T>> request)
    {
        Add(1, size);
        return request();
    }

    private void Add(int requests, long size)
    {
        Interlocked.Add(ref operations, requests);
        Interlocked.Add(ref bytes, size);
    }
}
