using System.Runtime.CompilerServices;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.Simulation;

/// <summary>Blobs as an actor sees them.</summary>
internal sealed class SimulatedBlobs(SimulatedWorld world, SimulatedActor actor) : IBlobStore
{
    public Task<bool> CreateAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        world.RequestAsync(actor, "create " + name, () => world.Blobs.CreateAsync(name, content, cancellationToken));

    public Task<bool> CreateFromFileAsync(BlobName name, string localPath, CancellationToken cancellationToken) =>
        world.RequestAsync(actor, "create " + name, () => world.Blobs.CreateFromFileAsync(name, localPath, cancellationToken));

    public Task WriteAsync(BlobName name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        world.RequestAsync(
            actor,
            "write " + name,
            async () =>
            {
                world.OnWrite?.Invoke(name, content);
                await world.Blobs.WriteAsync(name, content, cancellationToken);
                return true;
            }
        );

    public Task<ReadOnlyMemory<byte>?> ReadAsync(BlobName name, CancellationToken cancellationToken) =>
        world.RequestAsync(actor, "read " + name, () => world.Blobs.ReadAsync(name, cancellationToken));

    public Task<LocalCopy?> FetchAsync(BlobName name, CancellationToken cancellationToken) =>
        world.RequestAsync(actor, "fetch " + name, () => world.Blobs.FetchAsync(name, cancellationToken));

    public Task<BlobEntry?> FindAsync(BlobName name, CancellationToken cancellationToken) =>
        world.RequestAsync(actor, "find " + name, () => world.Blobs.FindAsync(name, cancellationToken));

    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string container,
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await world.RequestAsync(actor, "list " + container, () => Task.FromResult(true));
        await foreach (var entry in world.Blobs.ListAsync(container, prefix, cancellationToken))
        {
            yield return entry;
        }
    }

    public Task DeleteAsync(BlobName name, CancellationToken cancellationToken) =>
        world.RequestAsync(
            actor,
            "delete " + name,
            async () =>
            {
                await world.Blobs.DeleteAsync(name, cancellationToken);
                return true;
            }
        );
}
