using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Pipeline.Pages;

/// <summary>Opens an untrusted file and hands out its pages.</summary>
public interface IDocumentSplitter
{
    /// <summary>
    /// Renders the selected pages in order and calls <paramref name="onPage"/> for each as soon as it is ready, so that the first
    /// page is on its way while the next one renders. A page that cannot be rendered is handed out with its failure; a file that
    /// cannot be opened at all is the failure of the whole call.
    /// </summary>
    /// <returns>The number of pages of the document (before selection), or why it cannot be opened.</returns>
    Task<Result<int>> SplitAsync(
        SourceDocument source,
        PageSelection selection,
        Func<SplitPage, CancellationToken, Task> onPage,
        CancellationToken cancellationToken
    );

    /// <summary>Renders one region again, <paramref name="scale"/> times as large as the page image shows it.</summary>
    Task<Result<PageImage>> RenderRegionAsync(SourceDocument source, PageRegion region, double scale, CancellationToken cancellationToken);
}
