using GroundedDocs.Orchestration.Ports;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Storage;

/// <summary>What the orchestration relies on in any store: the fakes of the simulation and real storage are held to the same.</summary>
public abstract class StorageContract
{
    protected abstract IBlobStore Blobs { get; }

    protected abstract ITableStore Tables { get; }

    protected abstract IMessageSender Sender { get; }

    protected abstract IMessageReceiver Receiver { get; }

    protected abstract IQueueLength Lengths { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Blob_CreatedTwice_KeepsTheFirstContent()
    {
        var name = NewBlob();

        Assert.True(await Blobs.CreateAsync(name, "first"u8.ToArray(), Cancellation));
        Assert.False(await Blobs.CreateAsync(name, "second"u8.ToArray(), Cancellation));
        Assert.Equal("first"u8.ToArray(), (await Blobs.ReadAsync(name, Cancellation))!.Value.ToArray());
    }

    [Theory]
    [InlineData("a b/ü ñ 文/100%.pdf")]
    [InlineData("question?#&+=.pdf")]
    [InlineData("..hidden.pdf")]
    public async Task Blob_WithAnOddName_IsFoundUnderIt(string path)
    {
        var name = new BlobName(StorageNames.Work, $"{Unique()}/{path}");

        await Blobs.WriteAsync(name, "content"u8.ToArray(), Cancellation);

        Assert.Equal(name, (await Blobs.FindAsync(name, Cancellation))!.Name);
        var listed = await Blobs.ListAsync(name.Container, name.Path[..8], Cancellation).ToListAsync(Cancellation);
        Assert.Equal(name, Assert.Single(listed).Name);
    }

    [Fact]
    public async Task Blob_Written_ChangesItsETag()
    {
        var name = NewBlob();
        await Blobs.WriteAsync(name, "one"u8.ToArray(), Cancellation);
        var before = await Blobs.FindAsync(name, Cancellation);

        await Blobs.WriteAsync(name, "two"u8.ToArray(), Cancellation);

        Assert.NotEqual(before!.ETag, (await Blobs.FindAsync(name, Cancellation))!.ETag);
    }

    [Fact]
    public async Task Blob_Listed_HasTheETagUnderWhichItIsFound()
    {
        var name = NewBlob();
        await Blobs.WriteAsync(name, "content"u8.ToArray(), Cancellation);

        var listed = await Blobs.ListAsync(name.Container, name.Path, Cancellation).ToListAsync(Cancellation);

        Assert.Equal((await Blobs.FindAsync(name, Cancellation))!.ETag, Assert.Single(listed).ETag);
    }

    [Fact]
    public async Task Blob_Missing_IsNullEverywhere()
    {
        var name = NewBlob();

        await Blobs.DeleteAsync(name, Cancellation);

        Assert.Null(await Blobs.ReadAsync(name, Cancellation));
        Assert.Null(await Blobs.FetchAsync(name, Cancellation));
        Assert.Null(await Blobs.FindAsync(name, Cancellation));
    }

    [Fact]
    public async Task Blob_Fetched_IsALocalFile()
    {
        var name = NewBlob();
        await Blobs.CreateAsync(name, "bytes"u8.ToArray(), Cancellation);

        using var copy = await Blobs.FetchAsync(name, Cancellation);

        Assert.Equal("bytes", await File.ReadAllTextAsync(copy!.Path, Cancellation));
    }

    [Fact]
    public async Task Row_InsertedTwice_KeepsTheFirst()
    {
        var row = NewRow("first");

        Assert.NotNull(await Tables.InsertAsync(StorageNames.StepTable, row, Cancellation));
        Assert.Null(await Tables.InsertAsync(StorageNames.StepTable, NewRow("second", row), Cancellation));
        Assert.Equal("first", (await FindAsync(row))!.Text("Name"));
    }

    [Fact]
    public async Task Row_ReplacedWithAnOldETag_StaysAsItIs()
    {
        var row = NewRow("one");
        var etag = await Tables.InsertAsync(StorageNames.StepTable, row, Cancellation);
        var newer = await Tables.ReplaceAsync(StorageNames.StepTable, NewRow("two", row) with { ETag = etag }, Cancellation);

        Assert.NotNull(newer);
        Assert.Null(await Tables.ReplaceAsync(StorageNames.StepTable, NewRow("three", row) with { ETag = etag }, Cancellation));
        Assert.Equal(("two", newer), ((await FindAsync(row))!.Text("Name"), (await FindAsync(row))!.ETag));
    }

    [Fact]
    public async Task Row_ReplacedAfterItsDeletion_IsNotThere()
    {
        var row = NewRow("one");
        var etag = await Tables.InsertAsync(StorageNames.StepTable, row, Cancellation);
        await Tables.DeleteAsync(StorageNames.StepTable, row.Partition, row.Key, Cancellation);

        Assert.Null(await Tables.ReplaceAsync(StorageNames.StepTable, row with { ETag = etag }, Cancellation));
        Assert.Null(await FindAsync(row));
    }

    [Fact]
    public async Task Row_WithEveryKindOfValue_ComesBackEqual()
    {
        var moment = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1_234_567);
        var values = new Dictionary<string, object>
        {
            ["Text"] = "ü\"\\\n" + new string('x', 16_000),
            ["Number"] = 42,
            ["Share"] = 1.0,
            ["Flag"] = true,
            ["Moment"] = moment,
        };
        var row = new TableRow(Unique(), "key", values);

        await Tables.UpsertManyAsync(StorageNames.StepTable, [row], Cancellation);

        Assert.Equal(values.OrderBy(pair => pair.Key), (await FindAsync(row))!.Values.OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task Rows_ListedByPrefix_AreTheOnesInOrder()
    {
        var partition = Unique();
        var rows = new[] { "b2", "a1", "b1", "c1" }.Select(key => new TableRow(partition, key, new Dictionary<string, object>())).ToList();
        await Tables.UpsertManyAsync(StorageNames.StepTable, rows, Cancellation);

        var listed = await Tables.ListAsync(StorageNames.StepTable, partition, "b", Cancellation).ToListAsync(Cancellation);

        Assert.Equal(["b1", "b2"], listed.Select(row => row.Key));
    }

    [Fact]
    public async Task Rows_MoreThanATransactionHolds_AreAllWritten()
    {
        var partition = Unique();
        var rows = Enumerable
            .Range(0, 250)
            .Select(i => new TableRow(partition, $"{i:D4}", new Dictionary<string, object> { ["Text"] = new string('x', 4_000) }))
            .ToList();

        await Tables.UpsertManyAsync(StorageNames.FieldTable, rows, Cancellation);

        Assert.Equal(250, await Tables.ListAsync(StorageNames.FieldTable, partition, "", Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task Table_TakenFromTheMiddle_GivesThatManyRowsBetweenTheKeys()
    {
        var partition = Unique();
        var rows = Enumerable.Range(0, 9).Select(i => new TableRow(partition, $"k{i}-x", new Dictionary<string, object>())).ToList();
        await Tables.UpsertManyAsync(StorageNames.FieldTable, rows, Cancellation);

        var middle = await Tables.TakeAsync(StorageNames.FieldTable, partition, "k2-x", "k7", 3, Cancellation);
        var rest = await Tables.TakeAsync(StorageNames.FieldTable, partition, middle[^1].Key, "k7", 3, Cancellation);

        Assert.Equal(["k3-x", "k4-x", "k5-x"], middle.Select(row => row.Key));
        Assert.Equal(["k6-x"], rest.Select(row => row.Key));
    }

    [Fact]
    public async Task Message_Received_IsInvisibleUntilItIsPutBack()
    {
        await DrainAsync();
        await Sender.SendAsync(StorageNames.DropQueue, "grüße", TimeSpan.Zero, Cancellation);

        var first = Assert.Single(await ReceiveAsync());
        Assert.Empty(await ReceiveAsync());
        await Receiver.RenewAsync(StorageNames.DropQueue, first, TimeSpan.Zero, Cancellation);
        var second = Assert.Single(await ReceiveAsync());

        Assert.Equal(("grüße", 1), (first.Body, first.DequeueCount));
        Assert.Equal(("grüße", 2), (second.Body, second.DequeueCount));
        Assert.True(await Receiver.DeleteAsync(StorageNames.DropQueue, second, Cancellation));
    }

    [Fact]
    public async Task Message_WithALostLease_CannotBeDeletedOrRenewed()
    {
        await DrainAsync();
        await Sender.SendAsync(StorageNames.DropQueue, "message", TimeSpan.Zero, Cancellation);
        var lost = Assert.Single(await ReceiveAsync());
        await Receiver.RenewAsync(StorageNames.DropQueue, lost, TimeSpan.Zero, Cancellation);
        var held = Assert.Single(await ReceiveAsync());

        Assert.False(await Receiver.DeleteAsync(StorageNames.DropQueue, lost, Cancellation));
        Assert.Null(await Receiver.RenewAsync(StorageNames.DropQueue, lost, TimeSpan.FromSeconds(30), Cancellation));
        Assert.True(await Receiver.DeleteAsync(StorageNames.DropQueue, held, Cancellation));
    }

    [Fact]
    public async Task Queue_Counted_HoldsWhatWaitsWhatIsDelayedAndWhatIsWorkedOn()
    {
        await DrainAsync();
        var before = await Lengths.CountAsync(StorageNames.DropQueue, Cancellation);
        await Sender.SendAsync(StorageNames.DropQueue, "taken", TimeSpan.Zero, Cancellation);
        Assert.Single(await ReceiveAsync());
        await Sender.SendAsync(StorageNames.DropQueue, "waits", TimeSpan.Zero, Cancellation);
        await Sender.SendAsync(StorageNames.DropQueue, "later", TimeSpan.FromHours(1), Cancellation);

        Assert.Equal(before + 3, await Lengths.CountAsync(StorageNames.DropQueue, Cancellation));
    }

    [Fact]
    public async Task Message_Delayed_IsNotThereYet()
    {
        await DrainAsync();

        await Sender.SendAsync(StorageNames.DropQueue, "later", TimeSpan.FromHours(1), Cancellation);

        Assert.Empty(await ReceiveAsync());
    }

    private async Task DrainAsync()
    {
        while (await ReceiveAsync() is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await Receiver.DeleteAsync(StorageNames.DropQueue, message, Cancellation);
            }
        }
    }

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync() =>
        Receiver.ReceiveAsync(StorageNames.DropQueue, 32, TimeSpan.FromMinutes(5), Cancellation);

    private Task<TableRow?> FindAsync(TableRow row) => Tables.GetAsync(StorageNames.StepTable, row.Partition, row.Key, Cancellation);

    private static BlobName NewBlob() => new(StorageNames.Work, Unique());

    private static TableRow NewRow(string name, TableRow? like = null) =>
        new(like?.Partition ?? Unique(), "key", new Dictionary<string, object> { ["Name"] = name });

    private static string Unique() => Guid.NewGuid().ToString("N");
}
