using System.Collections.Concurrent;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.App.Cli;

/// <summary>Lets a reader do its work and keeps what it read of one document, for scoring.</summary>
internal sealed class ObservedReader(IPageReader reader) : IPageReader
{
    private readonly ConcurrentDictionary<int, PageLayout> pages = new();

    /// <summary>The pages read so far. Of a page that was looked at again, the first look.</summary>
    public DocumentLayout Layout => new([.. pages.Values.OrderBy(page => page.PageNumber)]);

    public async Task<Result<PageLayout>> ReadAsync(PageImage image, TextLayer textLayer, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(image, textLayer, cancellationToken);
        if (read.TryGet(out var layout, out _))
        {
            pages.TryAdd(image.PageNumber, layout);
        }

        return read;
    }
}
