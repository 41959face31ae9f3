using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>One message of a reader. The picture of a page, or the page alone as a PDF, travels as the payload of its frame.</summary>
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
    /// <summary>Whether the payload is a PDF, because nothing could draw the page.</summary>
    public bool IsUndrawn { get; init; }

    /// <summary>The page that the reply carries, or why there is none.</summary>
    public Result<PageImage> ToImage(byte[] payload)
    {
        if (Failure is { } failure)
        {
            return failure;
        }

        return IsUndrawn
            ? new PageImage(PageNumber, Size, Dpi, ReadOnlyMemory<byte>.Empty) { PagePdf = payload }
            : new PageImage(PageNumber, Size, Dpi, payload);
    }
}
