using GroundedDocs.Adapters.Storage;
using GroundedDocs.Orchestration.Ports;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteStorageTests(Azurite azurite) : StorageContract
{
    private readonly AzureQueues queues = new(azurite.Account);

    protected override IBlobStore Blobs { get; } = new AzureBlobStore(azurite.Account);

    protected override ITableStore Tables { get; } = new AzureTableStore(azurite.Account);

    protected override IMessageSender Sender => queues;

    protected override IMessageReceiver Receiver => queues;

    protected override IQueueLength Lengths => queues;
}
