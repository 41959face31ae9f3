using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Writer;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>
/// A PDF where no program can draw it: PdfPig reads sizes and text layer, and writes each page as a file of its own for a service
/// that can read it. Nothing can be compared with a picture, so what may be hidden counts as hidden.
/// </summary>
internal sealed class UndrawnPdfFile : IOpenedFile
{
    /// <summary>Share of the page above which a picture may be a scan of it.</summary>
    private const double ScanShare = 0.5;

    /// <summary>Words under which the text over such a picture is a stamp or a header, not what the page says.</summary>
    private const int FewWords = 40;

    private readonly PdfDocument document;
    private readonly PdfTextReader text;
    private readonly PageLimits limits;

    private UndrawnPdfFile(PdfDocument document, PdfTextReader text, PageLimits limits)
    {
        this.document = document;
        this.text = text;
        this.limits = limits;
    }

    /// <inheritdoc/>
    public int PageCount => document.NumberOfPages;

    /// <summary>Opens a PDF that the parser understands.</summary>
    public static Result<IOpenedFile> Open(string path, PageLimits limits)
    {
        try
        {
            var opened = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return opened.NumberOfPages > 0
                ? new UndrawnPdfFile(opened, PdfTextReader.Open(path, isDrawn: false), limits)
                : PageFailures.Damaged(FileFormat.Pdf);
        }
        catch (PdfDocumentEncryptedException)
        {
            return PageFailures.Encrypted;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The parser throws whatever its code runs into on a damaged file.
            return PageFailures.Damaged(FileFormat.Pdf);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<SplitPage> ReadPages(IReadOnlyList<int> pageNumbers) => pageNumbers.Select(Read);

    /// <inheritdoc/>
    public Result<PageImage> ReadRegion(PageRegion region, double scale) => PageFailures.NoRenderer;

    /// <inheritdoc/>
    public void Dispose()
    {
        document.Dispose();
        text.Dispose();
    }

    private SplitPage Read(int pageNumber)
    {
        try
        {
            var page = document.GetPage(pageNumber);
            var dpi = limits.DpiFor(page.Width, page.Height);
            var size = new PixelSize(Pixels(page.Width, dpi), Pixels(page.Height, dpi));
            var undrawn = new PageImage(pageNumber, size, dpi, ReadOnlyMemory<byte>.Empty) { PagePdf = Alone(pageNumber) };
            return new SplitPage(pageNumber, undrawn, WithoutScan(page, text.Read(pageNumber)));
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return new SplitPage(pageNumber, PageFailures.DamagedPage(pageNumber), TextLayer.Empty);
        }
    }

    /// <summary>The page as a file; empty where the parser cannot copy it: then its text layer is all there is.</summary>
    private byte[] Alone(int pageNumber)
    {
        try
        {
            using var builder = new PdfDocumentBuilder();
            builder.AddPage(document, pageNumber);
            return builder.Build();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return [];
        }
    }

    /// <summary>A few words over a picture that fills the page are not believed to be the page's text.</summary>
    private static TextLayer WithoutScan(Page page, TextLayer layer)
    {
        var printed = layer.Words.Where(word => word.Source == WordSource.TextLayer).ToList();
        return printed.Count >= FewWords || !HoldsScan(page)
            ? layer
            : layer with
            {
                Words = [.. layer.Words.Except(printed)],
                InvisibleWords = [.. layer.InvisibleWords, .. printed],
            };
    }

    private static bool HoldsScan(Page page) =>
        page.GetImages().Any(image => Math.Abs(image.BoundingBox.Width * image.BoundingBox.Height) > page.Width * page.Height * ScanShare);

    private static int Pixels(double points, double dpi) => Math.Max(1, (int)Math.Round(points / 72 * dpi));
}
