using GroundedDocs.Adapters.Pdf;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using UglyToad.PdfPig;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Pdf;

/// <summary>A host without a program that draws PDF pages.</summary>
public sealed class UndrawnPdfFileTests : IDisposable
{
    private const string PaleText = "1 1 1 rg ";
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Page_WithText_HasItsWordsAndSizeAndNoPicture()
    {
        var page = Assert.Single(Read(new RawPdf().Page(RawPdf.Text("Total 12.50", 60, 400))));

        Assert.Equal(["Total", "12.50"], page.TextLayer.Words.Select(word => word.Text));
        Assert.False(page.Image.Value.IsDrawn);
        Assert.Equal(0.75, page.Image.Value.Size.Width / (double)page.Image.Value.Size.Height, 2);
    }

    [Fact]
    public void Page_Alone_IsAFileOfOnePage()
    {
        var pages = Read(new RawPdf().Page(RawPdf.Text("First", 60, 400)).Page(RawPdf.Text("Second", 60, 400)));

        using var alone = PdfDocument.Open(pages[1].Image.Value.PagePdf.ToArray());
        Assert.Equal(1, alone.NumberOfPages);
        Assert.Contains("Second", alone.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaleText, 20, 0)]
    [InlineData("", 1, 0)]
    [InlineData("", 20, 3)]
    public void Page_WithTextThatMayBeHidden_KeepsItApart(string colour, double size, int mode)
    {
        var content = RawPdf.Text("Printed", 60, 400) + colour + RawPdf.Text("Hidden", 60, 300, size, mode);

        var layer = Assert.Single(Read(new RawPdf().Page(content))).TextLayer;

        Assert.Equal(["Printed"], layer.Words.Select(word => word.Text));
        Assert.Equal(["Hidden"], layer.InvisibleWords.Select(word => word.Text));
    }

    [Fact]
    public void Page_WithTextOffThePage_LeavesItOut() =>
        Assert.Empty(Assert.Single(Read(new RawPdf().Page(RawPdf.Text("Outside", 60, 900)))).TextLayer.Words);

    [Fact]
    public void Open_EncryptedFile_SaysThatPasswordsAreNotAccepted()
    {
        File.WriteAllBytes(path, new RawPdf().Page("").Write(PdfEncryption.TrailerFor("user", "owner")));

        Assert.Equal("file.encrypted", UndrawnPdfFile.Open(path, PageLimits.Default).Failure?.Code);
    }

    [Fact]
    public void Open_NoPdf_IsDamaged()
    {
        File.WriteAllText(path, "%PDF-1.4 and nothing else");

        Assert.Equal("file.damaged", UndrawnPdfFile.Open(path, PageLimits.Default).Failure?.Code);
    }

    private List<SplitPage> Read(RawPdf pdf)
    {
        File.WriteAllBytes(path, pdf.Write());
        using var file = UndrawnPdfFile.Open(path, PageLimits.Default).Value;
        return [.. file.ReadPages([.. Enumerable.Range(1, file.PageCount)])];
    }
}
