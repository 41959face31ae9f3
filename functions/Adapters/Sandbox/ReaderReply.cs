using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>One message of a reader. The JPEG of a page travels as the payload of its frame.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="PageCount">Pages of the document, when opened.</param>
/// <param name="PageNumber">The page, from 1.</param>
/// <param name="Size">Size of its picture.</param>
/// <param name="Dpi">Its resolution, 0 when unknown.</param>
/// <param name="TextLayer">Its text layer.</param>
/// <param name="Failure">Why the page or the file failed.</param>
internal sealed record ReaderReply(
    ReaderReplyKind Kind,
    int PageCount = 0,
    int PageNumber = 0,
    PixelSize Size = default,
    double Dpi = 0,
    TextLayer? TextLayer = null,
    Failure? Failure = null
)
{
    /// <summary>The picture that the reply carries, or why there is none.</summary>
    public Result<PageImage> ToImage(byte[] jpeg) => Failure is { } failure ? failure : new PageImage(PageNumber, Size, Dpi, jpeg);
}
