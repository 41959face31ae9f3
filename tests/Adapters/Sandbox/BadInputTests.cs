using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Tests.Adapters.Pdf;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Sandbox;

public sealed class BadInputTests(ReaderFixture readers) : IClassFixture<ReaderFixture>
{
    // More than the pipe to the reader holds, so that it cannot have finished when it dies.
    private const int PageCount = 12;

    [Fact]
    public async Task Split_MissingFile_SaysSo()
    {
        var (result, _) = await ReaderFixture.SplitAsync(new SourceDocument("gone.pdf", "/nowhere/gone.pdf"), readers.Pool);
        Assert.Equal("file.missing", result.Failure?.Code);
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData("Dear Sir or Madam, this is a letter.", "file.type")]
    [InlineData("%PDF-1.7\nnothing else", "file.damaged")]
    [InlineData("GIF89a but not a picture", "file.damaged")]
    [InlineData("II*\0nothing", "file.damaged")]
    public async Task Split_FileThatIsNotADocument_SaysWhatIsWrong(string content, string code)
    {
        var (result, pages) = await readers.SplitAsync(Encoding.Latin1.GetBytes(content));
        Assert.Equal(code, result.Failure?.Code);
        Assert.Empty(pages);
    }

    [Fact]
    public async Task Split_FileOfTooManyBytes_NamesTheLimit()
    {
        var (result, _) = await readers.SplitAsync(new byte[2000], PageLimits.Default with { MaximumFileBytes = 1000 });
        Assert.Equal("file.limit", result.Failure?.Code);
        Assert.Contains("1,000", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Split_DocumentOfTooManyPages_NamesTheLimit()
    {
        var pdf = new RawPdf().Page("").Page("").Page("").Write();
        var (result, _) = await readers.SplitAsync(pdf, PageLimits.Default with { MaximumPageCount = 2 });
        Assert.Equal("pages.limit", result.Failure?.Code);
        Assert.Contains("3 pages; the limit is 2", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("open sesame", "file.encrypted")]
    [InlineData("", null)]
    public async Task Split_EncryptedPdf_OpensOnlyWithoutAUserPassword(string userPassword, string? code)
    {
        var pdf = new RawPdf().Page("").Write(PdfEncryption.TrailerFor(userPassword, "owner"));
        var (result, _) = await readers.SplitAsync(pdf);
        Assert.Equal(code, result.Failure?.Code);
    }

    [Fact]
    public async Task Split_PngOfBillionsOfPixels_IsRefusedByItsHeader()
    {
        var (result, pages) = await readers.SplitAsync(HugePng(50_000, 50_000));
        Assert.Equal(1, result.Value);
        Assert.Equal("page.pixels", pages[0].Image.Failure?.Code);
    }

    [Fact]
    public async Task Split_ReaderThatAnswersTooLate_IsKilled()
    {
        var options = new SandboxOptions { OpenTimeout = TimeSpan.Zero, WatchInterval = TimeSpan.FromMilliseconds(1) };
        using var pool = new ReaderPool(options, TimeProvider.System);
        var (result, _) = await ReaderFixture.SplitAsync(readers.Store(new RawPdf().Page("").Write()), pool);
        Assert.Equal("file.timeout", result.Failure?.Code);
    }

    [Fact]
    public async Task Split_ReaderThatNeedsTooMuchMemory_IsKilled()
    {
        var options = ReaderFixture.Patient with { MemoryBytes = 32 * 1024 * 1024, WatchInterval = TimeSpan.FromMilliseconds(1) };
        using var pool = new ReaderPool(options, TimeProvider.System);
        var (result, _) = await ReaderFixture.SplitAsync(readers.Store(new RawPdf().Page("").Write()), pool);
        Assert.Equal("page.memory", result.Failure?.Code);
    }

    [Fact]
    public async Task Split_ReaderThatAlwaysDies_IsNotTriedForEver()
    {
        using var pool = new ReaderPool(ReaderFixture.Patient with { ExecutablePath = "/bin/true" }, TimeProvider.System);
        var (result, _) = await ReaderFixture.SplitAsync(readers.Store(new RawPdf().Page("").Write()), pool);
        Assert.Equal("file.damaged", result.Failure?.Code);
    }

    [Fact]
    public async Task Split_ReaderThatDiesInTheMiddle_LosesNoPageAndServesTheNextFile()
    {
        using var pool = new ReaderPool(ReaderFixture.Patient with { PoolSize = 1 }, TimeProvider.System);
        var warm = await pool.RentAsync(TestContext.Current.CancellationToken);
        var victim = warm.ProcessId;
        pool.Return(warm, isFinished: true);
        var pdf = new RawPdf();
        for (var page = 0; page < PageCount; page++)
        {
            pdf.Page(RawPdf.Text("Total", 50, 700));
        }

        var source = readers.Store(pdf.Write());
        var pages = new List<SplitPage>();
        var result = await new SandboxedDocumentSplitter(pool, PageLimits.Default).SplitAsync(
            source,
            PageSelection.All,
            (page, _) =>
            {
                pages.Add(page);
                KillOnce(ref victim);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(PageCount, result.Value);
        Assert.Equal(Enumerable.Range(1, PageCount), pages.Select(page => page.PageNumber));
        Assert.All(pages, page => Assert.Null(page.Image.Failure));
        var (next, _) = await ReaderFixture.SplitAsync(source, pool);
        Assert.Equal(PageCount, next.Value);
    }

    private static void KillOnce(ref int processId)
    {
        if (processId != 0)
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            process.Kill();
            process.WaitForExit();
            processId = 0;
        }
    }

    private static byte[] HugePng(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, []), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] body = [.. name, .. data];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc32.HashToUInt32(body));
        return [.. length, .. body, .. check];
    }
}
