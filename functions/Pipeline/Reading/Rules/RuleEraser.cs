using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.Rules;

/// <summary>
/// Takes the ruled lines of a form off its picture: a rule under a word makes its box too large and may be read as part of it.
/// </summary>
internal static class RuleEraser
{
    /// <summary>Rules are at least this many letter heights long; dashes and the bars of letters are shorter.</summary>
    private const double ShortestInLetters = 3.5;

    /// <summary>And at most this thick; bars that are thicker hold inverse print.</summary>
    private const double ThickestInLetters = 0.35;

    /// <summary>Below this height in pixels letters cannot be told from noise.</summary>
    private const int SmallestLetter = 8;

    /// <summary>The picture with a copy <see cref="Raster.WithoutRules"/>; unchanged when there are none.</summary>
    /// <param name="raster">The page.</param>
    /// <param name="ink">Its ink.</param>
    /// <param name="letterHeight">The usual height of letters in pixels, or 0 when unknown.</param>
    public static Raster Erase(Raster raster, InkMap ink, double letterHeight)
    {
        var letter = Math.Max(SmallestLetter, letterHeight);
        var (shortest, thickest) = ((int)(letter * ShortestInLetters), Math.Max(2, (int)(letter * ThickestInLetters)));
        var (level, upright) = (PixelSweep.Level(raster.Size), PixelSweep.Upright(raster.Size));
        var (levelMarks, uprightMarks) = (new bool[ink.Pixels.Length], new bool[ink.Pixels.Length]);
        new RuleFinder(ink.Pixels, level, shortest, thickest).Mark(levelMarks);
        new RuleFinder(ink.Pixels, upright, shortest, thickest).Mark(uprightMarks);
        if (!levelMarks.Contains(true) && !uprightMarks.Contains(true))
        {
            return raster;
        }

        var pixels = raster.Rgb.ToArray();
        Fill(pixels, level, levelMarks);
        Fill(pixels, upright, uprightMarks);
        return raster with { WithoutRules = pixels };
    }

    // Where a rule was, the paper beside it goes on: the brighter side, as a letter may stand on the other.
    private static void Fill(byte[] rgb, PixelSweep sweep, bool[] marks)
    {
        for (var along = 0; along < sweep.Length; along++)
        {
            for (var across = 0; across < sweep.Breadth; across++)
            {
                if (!marks[sweep.At(along, across)])
                {
                    continue;
                }

                var begin = across;
                while (across < sweep.Breadth && marks[sweep.At(along, across)])
                {
                    across++;
                }

                var before = 3 * sweep.At(along, Math.Max(0, begin - 1));
                var after = 3 * sweep.At(along, Math.Min(sweep.Breadth - 1, across));
                var paper = Brightness(rgb, before) > Brightness(rgb, after) ? before : after;
                for (var filled = begin; filled < across; filled++)
                {
                    rgb.AsSpan(paper, 3).CopyTo(rgb.AsSpan(3 * sweep.At(along, filled)));
                }
            }
        }
    }

    private static int Brightness(byte[] rgb, int at) => rgb[at] + rgb[at + 1] + rgb[at + 2];
}
