using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace GroundedDocs.Tests.Adapters.Storage;

public sealed class InMemoryStorageTests : StorageContract
{
    private readonly InMemoryQueues queues = new(new FakeTimeProvider());

    protected override IBlobStore Blobs { get; } = new InMemoryBlobStore(new FakeTimeProvider());

    protected override ITableStore Tables { get; } = new InMemoryTableStore();

    protected override IMessageSender Sender => queues;

    protected override IMessageReceiver Receiver => queues;

    protected override IQueueLength Lengths => queues;
}
