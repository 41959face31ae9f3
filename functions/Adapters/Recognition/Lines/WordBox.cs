using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>The upright box of a word on its page, normalised to 0 to 1.</summary>
internal static class WordBox
{
    // The threshold keeps the dark core of the strokes. With their soft edge, and this share of the letters' height on every side,
    // nearly all boxes agree with those that people draw on scanned forms; without it every tenth does not.
    private const double MarginShare = 0.08;

    // In pixels of the page. The smaller the print, the more of its thin strokes the threshold takes for paper, and nobody draws a
    // box finer than a pixel or two: letters of ten pixels have two around them.
    private const double SmallPrintMargin = 2.5;
    private const double SmallPrintShare = 0.06;

    /// <summary>Around the ink itself: on a slanted line a box around the word's bounds would be higher than the word.</summary>
    public static BoundingBox Around(WordBounds word, InkMap ink, LinePicture picture, PixelSize page)
    {
        var corners = new List<PixelPoint>();
        for (var x = word.Left; x < word.Right; x++)
        {
            if (ink.RowsOfInk(x, word.Top, word.Bottom) is var (top, bottom))
            {
                corners.AddRange(Corners(picture, x, top, x + 1, bottom));
            }
        }

        var height = (word.Bottom - word.Top) * picture.Box.Height / LinePicture.Height;
        return Around(corners, Math.Max(height * MarginShare, SmallPrintMargin - (height * SmallPrintShare)), page);
    }

    /// <summary>Of a part of the line as high as the line, where no ink can be told from paper.</summary>
    public static BoundingBox OfSlice(double left, double right, LinePicture picture, PixelSize page) =>
        Around([.. Corners(picture, left, 0, right, LinePicture.Height)], 0, page);

    private static PixelPoint[] Corners(LinePicture picture, double left, double top, double right, double bottom) =>
        [picture.OnRaster(left, top), picture.OnRaster(right, top), picture.OnRaster(left, bottom), picture.OnRaster(right, bottom)];

    private static BoundingBox Around(List<PixelPoint> corners, double margin, PixelSize page) =>
        BoundingBox
            .FromEdges(
                (corners.Min(corner => corner.X) - margin) / page.Width,
                (corners.Min(corner => corner.Y) - margin) / page.Height,
                (corners.Max(corner => corner.X) + margin) / page.Width,
                (corners.Max(corner => corner.Y) + margin) / page.Height
            )
            .ClampedToPage();
}
