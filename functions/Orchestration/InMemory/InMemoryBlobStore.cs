using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.InMemory;

/// <summary>Blobs in this process's memory.</summary>
/// <param name="time">Dates the blobs.</param>
/// <param name="copiesFiles">Whether a blob made from a file is a copy of it; otherwise it stays in that file, which must stay too.</param>
public sealed class InMemoryBlobStore(TimeProvider time, bool copiesFiles = false) : IBlobStore
{
    private readonly ConcurrentDictionary<BlobName, Stored> blobs = new();
    private long writes;

    /// <inheritdoc/>
    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        Task.FromResult(blobs.TryAdd(name, Next(content, null)));

    /// <inheritdoc/>
    public async Task<bool> CreateFromFileAsync(BlobName name, string localPath, CancellationToken cancellationToken) =>
        blobs.TryAdd(name, copiesFiles ? Next(await File.ReadAllBytesAsync(localPath, cancellationToken), null) : Next(default, localPath));

    /// <inheritdoc/>
    public Task WriteAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        blobs[name] = Next(content, null);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(BlobName name, CancellationToken cancellationToken)
    {
        if (!blobs.TryGetValue(name, out var blob))
        {
            return null;
        }

        return blob.Path is { } path ? await File.ReadAllBytesAsync(path, cancellationToken) : blob.Content;
    }

    /// <inheritdoc/>
    public async Task<LocalCopy?> FetchAsync(BlobName name, CancellationToken cancellationToken)
    {
        if (!blobs.TryGetValue(name, out var blob))
        {
            return null;
        }

        if (blob.Path is { } own)
        {
            return new LocalCopy(own);
        }

        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, blob.Content, cancellationToken);
        return new LocalCopy(path, () => File.Delete(path));
    }

    /// <inheritdoc/>
    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        Task.FromResult(blobs.TryGetValue(name, out var blob) ? EntryOf(name, blob) : null);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        var found = blobs
            .Where(blob => blob.Key.Container == container && blob.Key.Path.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(blob => blob.Key.Path, StringComparer.Ordinal)
            .ToArray();
        foreach (var (name, blob) in found)
        {
            yield return EntryOf(name, blob);
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken)
    {
        blobs.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    private static BlobEntry EntryOf(BlobName name, Stored blob) =>
        new(name, blob.ETag, blob.Path is { } path ? new FileInfo(path).Length : blob.Content.Length, blob.WrittenAt);

    private Stored Next(ReadOnlyMemory<byte> content, string? path) =>
        new(content, path, Interlocked.Increment(ref writes).ToString(CultureInfo.InvariantCulture), time.GetUtcNow());

    private sealed record Stored(ReadOnlyMemory<byte> Content, string? Path, string ETag, DateTimeOffset WrittenAt);
}
