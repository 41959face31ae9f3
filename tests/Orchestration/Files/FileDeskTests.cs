using GroundedDocs.Orchestration.Files;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Files;

public sealed class FileDeskTests : IDisposable
{
    private const string Owner = "owner";
    private readonly FlowBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FileDesk Files => bench.Flow.Files;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task File_AtItsEnd_StopsExistingAndIsDeletedByTheSweep()
    {
        var file = await StoreAsync("a");
        bench.Time.Advance(bench.Limits.Retention - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Files.FindAsync(Owner, file.Id, Cancellation));

        bench.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await Files.FindAsync(Owner, file.Id, Cancellation));
        Assert.Null(await Files.FindByMd5Async(Owner, file.Md5, Cancellation));
        Assert.Empty(await Files.ListAsync(Owner, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(1, await ContentsAsync());
        bench.Time.Advance(TimeSpan.FromDays(1));
        await bench.Flow.Sweeper.SweepAsync(Cancellation);
        Assert.Equal(0, await ContentsAsync());
    }

    [Fact]
    public async Task File_UploadedAgainBeforeItsEnd_LivesOnFromThere()
    {
        var file = await StoreAsync("a");
        bench.Time.Advance(bench.Limits.Retention / 2);
        Assert.Equal(file.Id, (await StoreAsync("a")).Id);

        bench.Time.Advance((bench.Limits.Retention / 2) + TimeSpan.FromDays(1));
        await bench.Flow.Sweeper.SweepAsync(Cancellation);

        Assert.NotNull(await Files.FindAsync(Owner, file.Id, Cancellation));
        Assert.Equal(1, await ContentsAsync());
    }

    [Fact]
    public async Task File_UploadedAgainAfterItsEnd_IsAnotherFile()
    {
        var file = await StoreAsync("a");
        bench.Time.Advance(bench.Limits.Retention);

        var again = await StoreAsync("a");

        Assert.NotEqual(file.Id, again.Id);
        Assert.True((await Files.FetchAsync(again, Cancellation)).TryGet(out _, out _));
    }

    [Fact]
    public async Task File_UploadedForAnotherPurpose_IsTheSameFileForThatPurpose()
    {
        var first = await StoreAsync("a", "vision");
        var found = await Files.FindByMd5Async(Owner, first.Md5, Cancellation);
        var second = await StoreAsync("a", "batch");

        Assert.Equal([first.Id, first.Id, first.Id], [first.Id, found?.Id, second.Id]);
        Assert.Equal(["vision", "assistants", "batch"], [first.Purpose, found?.Purpose, second.Purpose]);
        Assert.Equal("batch", (await Files.FindAsync(Owner, first.Id, Cancellation))?.Purpose);
        Assert.Equal(1, await ContentsAsync());
    }

    [Fact]
    public async Task File_PromisedAndNeverUploaded_EndsWithItsAddress()
    {
        var (file, ownerKey, secret) = (
            await Files.ReserveAsync(Owner, new FileUpload("a.pdf", "vision"), TimeSpan.FromMinutes(1), Cancellation)
        ).Value;
        Assert.NotNull(await Files.FindAwaitedAsync(ownerKey, file.Id, secret, Cancellation));

        bench.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(await Files.FindAwaitedAsync(ownerKey, file.Id, secret, Cancellation));
        Assert.Null(await Files.FindAsync(Owner, file.Id, Cancellation));
    }

    private async Task<StoredFile> StoreAsync(string mark, string purpose = FilePurpose.Default)
    {
        var path = bench.Document(1, mark).LocalPath;
        return (await Files.StoreAsync(Owner, new FileUpload("a.pdf", purpose), path, Cancellation)).Value;
    }

    private async Task<int> ContentsAsync() => await bench.Blobs.ListAsync(StorageNames.Files, "", Cancellation).CountAsync(Cancellation);
}
