using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Turns one page into its layout.</summary>
public interface IPageReader
{
    /// <summary>Reads a page from its picture and, where it is sound, its text layer.</summary>
    Task<Result<PageLayout>> ReadAsync(PageImage image, TextLayer textLayer, CancellationToken cancellationToken);
}
