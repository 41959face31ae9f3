using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>Judges and measures single letters of a PDF page.</summary>
internal static class PdfLetters
{
    /// <summary>Bold type is imitated by printing a letter again, at most this share of its size away.</summary>
    private const double EchoShare = 0.15;

    /// <summary>Letters under a quarter of a point cannot be seen.</summary>
    private const double SmallestPoints = 0.25;

    /// <summary>Letters under this size are not meant to be read by people.</summary>
    private const double ReadablePoints = 3;

    /// <summary>Brightness, 0 (black) to 1 (white), from which letters vanish on white paper.</summary>
    private const double PaleBrightness = 0.9;

    /// <summary>The letters that lie on the page, each once.</summary>
    public static List<Letter> OnPage(Page page, PdfPageSpace space)
    {
        var kept = new List<Letter>(page.Letters.Count);
        var seen = new Dictionary<(string Value, int X, int Y), Letter>();
        foreach (var letter in page.Letters)
        {
            if (IsOnPage(letter, space) && !IsEcho(letter, seen))
            {
                kept.Add(letter);
            }
        }

        return kept;
    }

    /// <summary>Whether the letter leaves no mark by its rendering mode: that is how scanners add the text they recognised.</summary>
    public static bool IsInvisible(Letter letter) => letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;

    /// <summary>
    /// Whether a reader of the page might not see the letter: invisible, tiny, or as pale as paper. On dark paper pale letters can be
    /// read; where nobody looks at the paper they are doubted all the same.
    /// </summary>
    public static bool MayBeHidden(Letter letter) =>
        IsInvisible(letter) || Math.Abs(letter.PointSize) is > 0 and < ReadablePoints || Brightness(letter) >= PaleBrightness;

    /// <summary>
    /// The space that the font gives a letter, from its ascent to its descent and as wide as it advances: what text selection
    /// marks, and the same height for all words of a line. The box around the outline where the font's own measures are missing
    /// or absurd.
    /// </summary>
    public static PdfRectangle BoxOf(Letter letter)
    {
        var (space, outline) = (letter.GlyphRectangleLoose, letter.BoundingBox);
        var size = Math.Abs(letter.PointSize);
        var isPlausible = space.Width > 0 && space.Height > 0 && (size <= 0 || (space.Height < 2 * size && space.Height > size / 2));
        return isPlausible || outline.Width <= 0 || outline.Height <= 0 ? space : outline;
    }

    /// <summary>Relative luminance by Rec. 601.</summary>
    private static double Brightness(Letter letter)
    {
        var (red, green, blue) = letter.Color.ToRGBValues();
        return (0.299 * red) + (0.587 * green) + (0.114 * blue);
    }

    private static bool IsOnPage(Letter letter, PdfPageSpace space)
    {
        var box = space.FromLetter(BoxOf(letter));
        return double.IsFinite(box.Left + box.Top + box.Width + box.Height)
            && (letter.PointSize >= SmallestPoints || letter.PointSize <= 0)
            && box.CenterX is >= 0 and <= 1
            && box.CenterY is >= 0 and <= 1;
    }

    // The place of each letter is remembered in a grid as coarse as the echo's reach, so that only its neighbours have to be looked at.
    private static bool IsEcho(Letter letter, Dictionary<(string Value, int X, int Y), Letter> seen)
    {
        if (string.IsNullOrWhiteSpace(letter.Value))
        {
            return false;
        }

        var reach = Math.Max(SmallestPoints, Math.Abs(letter.PointSize)) * EchoShare;
        var (x, y) = ((int)Math.Floor(letter.StartBaseLine.X / reach), (int)Math.Floor(letter.StartBaseLine.Y / reach));
        for (var column = x - 1; column <= x + 1; column++)
        {
            for (var row = y - 1; row <= y + 1; row++)
            {
                if (seen.TryGetValue((letter.Value, column, row), out var twin) && IsNear(twin, letter, reach))
                {
                    return true;
                }
            }
        }

        seen[(letter.Value, x, y)] = letter;
        return false;
    }

    private static bool IsNear(Letter twin, Letter letter, double reach) =>
        Math.Abs(twin.StartBaseLine.X - letter.StartBaseLine.X) <= reach
        && Math.Abs(twin.StartBaseLine.Y - letter.StartBaseLine.Y) <= reach;
}
