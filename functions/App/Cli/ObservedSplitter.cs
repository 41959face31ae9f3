using System.Collections.Concurrent;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.App.Cli;

/// <summary>Lets a splitter do its work and keeps the pictures of one document's pages where they are wanted, for drawing on them.</summary>
internal sealed class ObservedSplitter(IDocumentSplitter splitter, bool keepsPictures) : IDocumentSplitter
{
    private readonly ConcurrentDictionary<int, PageImage> pictures = new();

    /// <summary>The pictures, in page order.</summary>
    public IReadOnlyList<PageImage> Pages => [.. pictures.Values.OrderBy(page => page.PageNumber)];

    public Task<Result<int>> SplitAsync(
        SourceDocument source,
        PageSelection selection,
        Func<SplitPage, CancellationToken, Task> onPage,
        CancellationToken cancellationToken
    ) =>
        splitter.SplitAsync(
            source,
            selection,
            (page, token) =>
            {
                if (keepsPictures && page.Image.TryGet(out var image, out _) && image.IsDrawn)
                {
                    pictures[page.PageNumber] = image;
                }

                return onPage(page, token);
            },
            cancellationToken
        );

    public Task<Result<PageImage>> RenderRegionAsync(
        SourceDocument source,
        PageRegion region,
        double scale,
        CancellationToken cancellationToken
    ) => splitter.RenderRegionAsync(source, region, scale, cancellationToken);
}
