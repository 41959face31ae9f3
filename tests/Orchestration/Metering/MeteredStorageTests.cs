using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.InMemory;
using GroundedDocs.Orchestration.Metering;
using GroundedDocs.Orchestration.Ports;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Metering;

public sealed class MeteredStorageTests
{
    private static readonly BlobName Name = new("work", "a.json");
    private readonly StoragePorts ports = MeteredStorage.Of(
        new StoragePorts(new InMemoryBlobStore(TimeProvider.System), new InMemoryTableStore(), new Sink())
    );

    [Fact]
    public async Task Blobs_CountEachOperation()
    {
        var meter = UsageMeter.Start();

        await ports.Blobs.CreateAsync(Name, new byte[] { 1 }, TestContext.Current.CancellationToken);
        await ports.Blobs.ReadAsync(Name, TestContext.Current.CancellationToken);
        await ports.Blobs.FindAsync(Name, TestContext.Current.CancellationToken);

        Assert.Equal(3, meter.Take().StorageOperations);
    }

    [Fact]
    public async Task Tables_CountBatchesOfAHundredRows()
    {
        var meter = UsageMeter.Start();
        TableRow[] rows = [.. Enumerable.Range(0, 201).Select(i => new TableRow("p", $"{i:D4}", new Dictionary<string, object>()))];

        await ports.Tables.UpsertManyAsync("t", rows, TestContext.Current.CancellationToken);

        Assert.Equal(3, meter.Take().StorageOperations);
    }

    [Fact]
    public async Task Listings_CountOncePerThousandRows()
    {
        TableRow[] rows = [.. Enumerable.Range(0, 1_001).Select(i => new TableRow("p", $"{i:D4}", new Dictionary<string, object>()))];
        await ports.Tables.UpsertManyAsync("t", rows, TestContext.Current.CancellationToken);
        var meter = UsageMeter.Start();

        await foreach (var row in ports.Tables.ListAsync("t", "p", "", TestContext.Current.CancellationToken))
        {
            Assert.NotNull(row);
        }

        Assert.Equal(2, meter.Take().StorageOperations);
    }

    [Fact]
    public async Task Messages_CountSendingReceivingAndDeleting()
    {
        var meter = UsageMeter.Start();

        await ports.Messages.SendAsync("q", "body", TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Equal(3, meter.Take().StorageOperations);
    }

    private sealed class Sink : IMessageSender
    {
        public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
