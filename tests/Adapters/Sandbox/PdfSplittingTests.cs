using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Tests.Adapters.Pdf;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Sandbox;

public sealed class PdfSplittingTests(ReaderFixture readers) : IClassFixture<ReaderFixture>
{
    // "Total" in Helvetica of 20 points: the letters advance 611 + 556 + 278 + 556 + 222 thousandths.
    private const double TotalWidth = 2.223 * 20;

    [Fact]
    public async Task Split_DigitalPages_ComeInOrderWithWordsAndPictures()
    {
        var pdf = new RawPdf().Page(RawPdf.Text("First page", 50, 700)).Page(RawPdf.Text("Second page", 50, 700)).Write();
        var (result, pages) = await readers.SplitAsync(pdf);
        Assert.Equal(2, result.Value);
        Assert.Equal([1, 2], pages.Select(page => page.PageNumber));
        Assert.Equal(["First", "page"], pages[0].TextLayer.Words.Select(word => word.Text));
        Assert.Equal(["Second", "page"], pages[1].TextLayer.Words.Select(word => word.Text));
        Assert.Equal(new PixelSize(1667, 2223), pages[0].Image.Value.Size);
    }

    [Theory]
    [InlineData("", 50.0 / 600, 100.0 / 800)]
    [InlineData("/CropBox[40 100 340 750]", 10.0 / 300, 50.0 / 650)]
    public async Task Split_LevelPage_MeasuresFromTheCropBox(string entries, double left, double baseline)
    {
        var (_, pages) = await readers.SplitAsync(new RawPdf().Page(RawPdf.Text("Total", 50, 700), entries).Write());
        var word = Assert.Single(pages[0].TextLayer.Words);
        var width = entries.Length == 0 ? 600 : 300;
        Assert.Equal(left, word.Box.Left, 0.005);
        Assert.Equal(TotalWidth / width, word.Box.Width, 0.01);
        Assert.True(word.Box.Top < baseline && word.Box.Bottom > baseline);
        Assert.Equal(6, word.CharacterEdges!.Count);
    }

    [Fact]
    public async Task Split_TurnedPage_ComesUpright()
    {
        var (_, pages) = await readers.SplitAsync(new RawPdf().Page(RawPdf.Text("Total", 50, 700), "/Rotate 90").Write());
        var size = pages[0].Image.Value.Size;
        Assert.True(size.Width > size.Height);
        var word = Assert.Single(pages[0].TextLayer.Words);
        Assert.Equal("Total", word.Text);
        // Turned clockwise, the distance from the bottom becomes the distance from the left.
        Assert.Equal(700.0 / 800, word.Box.Left, 0.02);
        Assert.Equal(50.0 / 600, word.Box.Top, 0.02);
        Assert.Equal(TotalWidth / 600, word.Box.Height, 0.02);
    }

    [Fact]
    public async Task Split_BoldTypeImitatedByPrintingTwice_IsReadOnce()
    {
        var content = RawPdf.Text("Total", 50, 700) + RawPdf.Text("Total", 50.4, 700);
        var (_, pages) = await readers.SplitAsync(new RawPdf().Page(content).Write());
        Assert.Equal(["Total"], pages[0].TextLayer.Words.Select(word => word.Text));
    }

    [Fact]
    public async Task Split_WordsThatNobodyCanSee_AreKeptApartOrLeftOut()
    {
        var content = RawPdf.Text("Seen", 50, 700) + RawPdf.Text("Unseen", 50, 600, mode: 3) + RawPdf.Text("Outside", 5000, 600);
        var (_, pages) = await readers.SplitAsync(new RawPdf().Page(content).Write());
        Assert.Equal(["Seen"], pages[0].TextLayer.Words.Select(word => word.Text));
        Assert.Equal(["Unseen"], pages[0].TextLayer.InvisibleWords.Select(word => word.Text));
    }

    [Fact]
    public async Task RenderRegion_OfAPdf_ShowsThatPartLarger()
    {
        var source = readers.Store(new RawPdf().Page(RawPdf.Text("Total", 50, 700)).Write());
        var splitter = new SandboxedDocumentSplitter(readers.Pool, PageLimits.Default);
        var region = new PageRegion(1, new BoundingBox(0.25, 0.5, 0.5, 0.1));
        var image = await splitter.RenderRegionAsync(source, region, 2, TestContext.Current.CancellationToken);
        Assert.Equal(1667, image.Value.Size.Width, 4.0);
        Assert.Equal(444, image.Value.Size.Height, 4.0);
        var missing = await splitter.RenderRegionAsync(source, region with { PageNumber = 2 }, 2, TestContext.Current.CancellationToken);
        Assert.Equal("page.missing", missing.Failure?.Code);
    }

    [Fact]
    public async Task Split_SelectedPages_LeavesTheOthersOut()
    {
        var source = readers.Store(new RawPdf().Page("").Page("").Page("").Write());
        var numbers = new List<int>();
        var result = await new SandboxedDocumentSplitter(readers.Pool, PageLimits.Default).SplitAsync(
            source,
            new PageSelection([1, 3]),
            (SplitPage page, CancellationToken _) =>
            {
                numbers.Add(page.PageNumber);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(3, result.Value);
        Assert.Equal([1, 3], numbers);
    }
}
