using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Fits a box around a letter that stands alone. The detector, trained on lines, often marks no more than the middle of such a
/// letter, or much of the blank paper around it; the patch of ink that it hit is the letter.
/// </summary>
internal static class SingleLetter
{
    // Wider regions hold several letters.
    private const double LargestAspect = 1.8;

    // Rows of the picture that is looked at: three times as high and wide as the box, with the box in the middle.
    private const int BoxRows = 16;
    private const int Reach = 3;

    // Lower ink is dirt, or the short rule that a form leaves for one letter.
    private const int SmallestLetterRows = BoxRows / 3;

    // What the recogniser saw around letters in training.
    private const double MarginShare = 0.15;

    /// <summary>Whether a box may hold a single letter.</summary>
    public static bool Fits(RotatedBox box) => box.Width < LargestAspect * box.Height && box.Height < LargestAspect * box.Width;

    /// <summary>
    /// The box around the patches of ink that are mostly inside the given one or stick out of its middle, and that end near it; the
    /// given box when there are none.
    /// </summary>
    public static RotatedBox Fit(Raster raster, RotatedBox box)
    {
        var scale = BoxRows / box.Height;
        var boxColumns = Math.Max(1, (int)Math.Round(box.Width * scale));
        var (width, height) = (Reach * boxColumns, Reach * BoxRows);
        var view = box with { Width = box.Width * Reach, Height = box.Height * Reach };
        var rgb = PixelSampler.Crop(raster.WithoutRules ?? raster.Rgb, raster.Size, view, width, height);
        var (left, top, right, bottom) = (width, height, 0, 0);
        foreach (var patch in LineInk.Of(rgb, width).Patches())
        {
            var ends = patch.Left > 0 && patch.Top > 0 && patch.Right < width && patch.Bottom < height;
            var isHigh = patch.Bottom - patch.Top >= SmallestLetterRows;
            if (ends && isHigh && Meets(patch.Left, patch.Right, boxColumns) && Meets(patch.Top, patch.Bottom, BoxRows))
            {
                (left, top) = (Math.Min(left, patch.Left), Math.Min(top, patch.Top));
                (right, bottom) = (Math.Max(right, patch.Right), Math.Max(bottom, patch.Bottom));
            }
        }

        if (bottom == 0)
        {
            return box;
        }

        var fitted = new RotatedBox(
            view.At((left + right) / 2.0 / scale, (top + bottom) / 2.0 / scale),
            (right - left) / scale,
            (bottom - top) / scale,
            box.Angle
        );
        return fitted.Grown(fitted.Height * MarginShare);
    }

    // The box takes the middle third of the view: a patch belongs to it whose middle lies there, or which covers the very middle.
    private static bool Meets(int begin, int end, int side) =>
        (begin + end >= 2 * side && begin + end <= 4 * side) || (begin * 2 <= 3 * side && end * 2 >= 3 * side);
}
