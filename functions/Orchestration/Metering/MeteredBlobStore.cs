using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Metering;

/// <summary>Counts operations on blobs. A large file that is sent in blocks counts once.</summary>
internal sealed class MeteredBlobStore(IBlobStore store) : IBlobStore
{
    /// <summary>Blobs that the service lists at once.</summary>
    private const int ListedAtOnce = 5_000;

    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.CreateAsync(name, content, cancellationToken);
    }

    public Task<bool> CreateFromFileAsync(BlobName name, string localPath, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.CreateFromFileAsync(name, localPath, cancellationToken);
    }

    public Task WriteAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.WriteAsync(name, content, cancellationToken);
    }

    public Task<ReadOnlyMemory<byte>?> ReadAsync(BlobName name, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.ReadAsync(name, cancellationToken);
    }

    public Task<LocalCopy?> FetchAsync(BlobName name, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.FetchAsync(name, cancellationToken);
    }

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.FindAsync(name, cancellationToken);
    }

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        MeteredStorage.CountPages(store.ListAsync(container, prefix, cancellationToken), ListedAtOnce);

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage();
        return store.DeleteAsync(name, cancellationToken);
    }
}
