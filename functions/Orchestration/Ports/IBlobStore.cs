namespace GroundedDocs.Orchestration.Ports;

/// <summary>
/// Files by name, strongly consistent. Storage that does not answer throws <see cref="StorageUnavailableException"/>;
/// the step is then delivered again.
/// </summary>
public interface IBlobStore
{
    /// <summary>Writes a blob that must not exist yet (If-None-Match).</summary>
    /// <returns>False when somebody was first; their bytes stay.</returns>
    Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Like <see cref="CreateAsync"/>, from a file of any size.</summary>
    Task<bool> CreateFromFileAsync(BlobName name, string localPath, CancellationToken cancellationToken);

    /// <summary>Writes a blob, whether or not it exists.</summary>
    Task WriteAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The whole content, or null when there is no such blob.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>The blob as a local file, or null when there is no such blob.</summary>
    Task<LocalCopy?> FetchAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>What the store knows about a blob, or null when there is no such blob.</summary>
    Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken);

    /// <summary>All blobs of a container whose path begins with a prefix, in ordinal order.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken);

    /// <summary>Deletes a blob; deleting one that does not exist is fine.</summary>
    Task DeleteAsync(BlobName name, CancellationToken cancellationToken);
}
