using GroundedDocs.Documents.Geometry;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>
/// Converts places on a PDF page to boxes of the upright page. Letters come relative to the crop box with the rotation applied;
/// annotations come in the page's own space, as the file states them. Both count upwards in points.
/// </summary>
internal sealed class PdfPageSpace(Page page)
{
    /// <summary>The upright box around a letter's rectangle, which may stand at any angle.</summary>
    public BoundingBox FromLetter(PdfRectangle rectangle)
    {
        var (left, right) = Range(rectangle.TopLeft.X, rectangle.TopRight.X, rectangle.BottomLeft.X, rectangle.BottomRight.X);
        var (bottom, top) = Range(rectangle.TopLeft.Y, rectangle.TopRight.Y, rectangle.BottomLeft.Y, rectangle.BottomRight.Y);
        return BoundingBox.FromEdges(left / page.Width, 1 - (top / page.Height), right / page.Width, 1 - (bottom / page.Height));
    }

    /// <summary>The upright box of an annotation's rectangle.</summary>
    public BoundingBox FromAnnotation(PdfRectangle rectangle)
    {
        var crop = page.CropBox.Bounds;
        var (left, right) = ((rectangle.Left - crop.Left) / crop.Width, (rectangle.Right - crop.Left) / crop.Width);
        var (top, bottom) = ((crop.Top - rectangle.Top) / crop.Height, (crop.Top - rectangle.Bottom) / crop.Height);
        return page.Rotation.Value switch
        {
            90 => BoundingBox.FromEdges(1 - bottom, left, 1 - top, right),
            180 => BoundingBox.FromEdges(1 - right, 1 - bottom, 1 - left, 1 - top),
            270 => BoundingBox.FromEdges(top, 1 - right, bottom, 1 - left),
            _ => BoundingBox.FromEdges(left, top, right, bottom),
        };
    }

    private static (double Low, double High) Range(double a, double b, double c, double d) =>
        (Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
}
