using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Makes the box of a line as high as its letters. The detector sees a line as one band: where a large letter follows small ones,
/// or a tail hangs low, the band cuts it, and C is read as e, g as q.
/// </summary>
internal static class LineHeight
{
    // Rows of the picture that is looked at, over the box and what it may grow by above and below.
    private const int BoxRows = 24;
    private const int GrowthRows = 8;
    private const int Rows = BoxRows + (2 * GrowthRows);

    // Patches that reach out by less are cut by nothing but their soft edge.
    private const int SmallestCut = 2;

    // A letter of this line has most of its height inside the line and is no speck.
    private const double LeastShareInside = 0.6;
    private const int SmallestLetterRows = BoxRows / 3;
    private const int LongestPicture = 4_000;

    /// <summary>The box, grown upwards and downwards around the letters that its edges cut.</summary>
    public static RotatedBox Fit(Raster raster, RotatedBox box)
    {
        var rowHeight = box.Height / BoxRows;
        var view = box with { Height = rowHeight * Rows };
        var width = Math.Clamp((int)Math.Round(box.Width / rowHeight), 1, LongestPicture);
        var rgb = PixelSampler.Crop(raster.WithoutRules ?? raster.Rgb, raster.Size, view, width, Rows);
        var (top, bottom) = (GrowthRows, GrowthRows + BoxRows);
        foreach (var patch in LineInk.Of(rgb, width).Patches())
        {
            if (IsCutLetter(patch.Top, patch.Bottom))
            {
                (top, bottom) = (Math.Min(top, patch.Top), Math.Max(bottom, patch.Bottom));
            }
        }

        var (above, below) = ((GrowthRows - top) * rowHeight, (bottom - GrowthRows - BoxRows) * rowHeight);
        return box with { Height = box.Height + above + below, Center = box.Center + (box.Across * ((below - above) / 2)) };
    }

    // What goes on beyond the picture is a rule or a letter of another line.
    private static bool IsCutLetter(int top, int bottom)
    {
        var inside = Math.Min(bottom, GrowthRows + BoxRows) - Math.Max(top, GrowthRows);
        return (top <= GrowthRows - SmallestCut || bottom >= GrowthRows + BoxRows + SmallestCut)
            && top > 0
            && bottom < Rows
            && bottom - top >= SmallestLetterRows
            && inside >= LeastShareInside * (bottom - top);
    }
}
