using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Documents.Pages;

/// <summary>
/// The picture of one page, upright as the file says (rotation entry and EXIF orientation applied), encoded by our own
/// sandboxed renderer, so that it is safe to decode in any process.
/// </summary>
/// <param name="PageNumber">The page, counted from 1.</param>
/// <param name="Size">Size in pixels.</param>
/// <param name="Dpi">Pixels per inch of paper, or 0 when the file does not say.</param>
/// <param name="Jpeg">The picture as JPEG; empty where nothing could draw the page.</param>
public sealed record PageImage(int PageNumber, PixelSize Size, double Dpi, ReadOnlyMemory<byte> Jpeg)
{
    /// <summary>The page alone as a PDF where nothing could draw it; empty otherwise, and where it cannot be had. It is untrusted.</summary>
    public ReadOnlyMemory<byte> PagePdf { get; init; }

    /// <summary>Whether there is a picture. Without one, <see cref="Size"/> tells the page's proportions.</summary>
    public bool IsDrawn => !Jpeg.IsEmpty;
}
