using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>A PDF: poppler draws its pages, PdfPig reads their text layer.</summary>
internal sealed class PdfFile : IOpenedFile
{
    private readonly PdfRenderer renderer;
    private readonly PdfTextReader text;

    private PdfFile(PdfRenderer renderer, PdfTextReader text, int pageCount)
    {
        this.renderer = renderer;
        this.text = text;
        PageCount = pageCount;
    }

    /// <inheritdoc/>
    public int PageCount { get; }

    /// <summary>Opens a PDF; one whose text cannot be parsed still has pictures. Without poppler it has text alone.</summary>
    public static Result<IOpenedFile> Open(string path, PageLimits limits, long memoryBytes)
    {
        if (!PopplerTool.IsInstalled)
        {
            return UndrawnPdfFile.Open(path, limits);
        }

        if (!PdfOverview.Read(path, limits, memoryBytes).TryGet(out var overview, out var failure))
        {
            return failure;
        }

        var drawing = new PdfRenderer(path, overview, limits, memoryBytes);
        return new PdfFile(drawing, PdfTextReader.Open(path), overview.PageCount);
    }

    /// <inheritdoc/>
    public IEnumerable<SplitPage> ReadPages(IReadOnlyList<int> pageNumbers)
    {
        var index = 0;
        foreach (var image in renderer.Draw(pageNumbers))
        {
            var pageNumber = pageNumbers[index++];
            yield return new SplitPage(pageNumber, image, text.Read(pageNumber));
        }
    }

    /// <inheritdoc/>
    public Result<PageImage> ReadRegion(PageRegion region, double scale) => renderer.DrawRegion(region, scale);

    /// <inheritdoc/>
    public void Dispose()
    {
        renderer.Dispose();
        text.Dispose();
    }
}
