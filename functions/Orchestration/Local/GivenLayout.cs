using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Orchestration.Local;

/// <summary>A splitter and reader that hand out a layout that somebody already has; there are no pictures to look at again.</summary>
/// <param name="layout">The layout, its pages numbered from 1 without gaps.</param>
public sealed class GivenLayout(DocumentLayout layout) : IDocumentSplitter, IPageReader
{
    private static readonly Failure NoPicture = new("page.picture", "There is no picture of a given layout.");

    /// <inheritdoc/>
    public async Task<Result<int>> SplitAsync(
        SourceDocument source,
        PageSelection selection,
        Func<SplitPage, CancellationToken, Task> onPage,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(onPage);
        foreach (var page in layout.Pages.Where(page => selection.Contains(page.PageNumber)))
        {
            var picture = new PageImage(page.PageNumber, page.Size, 0, ReadOnlyMemory<byte>.Empty);
            await onPage(new SplitPage(page.PageNumber, picture, TextLayer.Empty), cancellationToken);
        }

        return layout.Pages.Count;
    }

    /// <inheritdoc/>
    public Task<Result<PageImage>> RenderRegionAsync(
        SourceDocument source,
        PageRegion region,
        double scale,
        CancellationToken cancellationToken
    ) => Task.FromResult<Result<PageImage>>(NoPicture);

    /// <inheritdoc/>
    public Task<Result<PageLayout>> ReadAsync(PageImage image, TextLayer textLayer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Task.FromResult<Result<PageLayout>>(layout.Pages[image.PageNumber - 1]);
    }
}
