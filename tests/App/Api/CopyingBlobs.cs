using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.App.Api;

/// <summary>In-memory blobs that take files in, as a real store does, instead of pointing to them.</summary>
internal sealed class CopyingBlobs(InMemoryBlobStore inner) : IBlobStore
{
    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        inner.CreateAsync(name, content, cancellationToken);

    public async Task<bool> CreateFromFileAsync(BlobName name, string localPath, CancellationToken cancellationToken) =>
        await inner.CreateAsync(name, await File.ReadAllBytesAsync(localPath, cancellationToken), cancellationToken);

    public Task WriteAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        inner.WriteAsync(name, content, cancellationToken);

    public Task<ReadOnlyMemory<byte>?> ReadAsync(BlobName name, CancellationToken cancellationToken) =>
        inner.ReadAsync(name, cancellationToken);

    public Task<LocalCopy?> FetchAsync(BlobName name, CancellationToken cancellationToken) => inner.FetchAsync(name, cancellationToken);

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) => inner.FindAsync(name, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(string container, string prefix, CancellationToken cancellationToken) =>
        inner.ListAsync(container, prefix, cancellationToken);

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken) => inner.DeleteAsync(name, cancellationToken);
}
