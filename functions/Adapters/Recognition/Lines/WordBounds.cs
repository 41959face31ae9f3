namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>The ink of one word in the picture of its line, without that of neighbouring lines and of the line it was written on.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">Just outside.</param>
/// <param name="Bottom">Just outside.</param>
internal readonly record struct WordBounds(int Left, int Top, int Right, int Bottom)
{
    // A short line to write on, too short for a rule of the page: it lies in this share of the word's height, at the foot.
    private const double FootShare = 0.3;

    // It goes on for this share of the height beside the word, and for some columns on its other side; feet of letters do not.
    private const double LeastOverhang = 0.35;
    private const int LeastEnd = 5;

    // Nearly all of it can be seen.
    private const double LineShare = 0.92;

    // A line with paper between it and the word is at most this high in the picture.
    private const int ThickestLine = LinePicture.Height / 8;

    // Ink at an edge of the picture that reaches further than this share of its height belongs to the word.
    private const double MostForeign = 0.2;

    /// <summary>The row halfway down.</summary>
    public double Middle => (Top + Bottom) / 2.0;

    /// <summary>The tight bounds of the ink between two columns, or null when there is none.</summary>
    public static WordBounds? Find(InkMap ink, double from, double to)
    {
        var left = Math.Clamp((int)Math.Round(from), 0, ink.Width);
        var right = Math.Clamp((int)Math.Round(to), left, ink.Width);
        var rows = Enumerable.Range(0, ink.Height).Select(y => ink.RowHasInk(y, left, right)).ToArray();
        if (!rows.Contains(true))
        {
            return null;
        }

        var (top, bottom) = (SkipForeign(rows, 0, 1), SkipForeign(rows, rows.Length - 1, -1) + 1);
        if (top >= bottom)
        {
            return null;
        }

        var (first, last) = Extent(ink, left, right, top, bottom);
        return new WordBounds(first, top, last, bottom).WithoutLooseLines(ink, rows).WithoutWritingLine(ink);
    }

    // What lies beyond a line of the form above or below the word, with paper between, is no part of it.
    private WordBounds WithoutLooseLines(InkMap ink, bool[] rows)
    {
        var bands = Bands(rows);
        var word = bands.IndexOf(bands.MaxBy(band => band.End - band.First));
        var (left, right) = (Left, Right);
        var above = bands[..word].FindLastIndex(IsLine);
        var below = bands.FindIndex(word + 1, IsLine);
        if ((above < 0 && below < 0) || bands[word].End - bands[word].First <= ThickestLine)
        {
            return this;
        }

        var (top, bottom) = (bands[above + 1].First, bands[below < 0 ? ^1 : below - 1].End);
        var (first, end) = Extent(ink, left, right, top, bottom);
        return new WordBounds(first, top, end, bottom);

        bool IsLine((int First, int End) band) =>
            band.End - band.First <= ThickestLine && ink.Covered(left, right, band.First, band.End) >= LineShare * (right - left);
    }

    // Rows of ink without paper between them.
    private List<(int First, int End)> Bands(bool[] rows)
    {
        var bands = new List<(int First, int End)>();
        var start = -1;
        for (var y = Top; y <= Bottom; y++)
        {
            var hasInk = y < Bottom && rows[y];
            if (!hasInk && start >= 0)
            {
                bands.Add((start, y));
            }

            start =
                !hasInk ? -1
                : start < 0 ? y
                : start;
        }

        return bands;
    }

    // The columns of a stretch that hold ink between two rows of which at least one does.
    private static (int First, int End) Extent(InkMap ink, int left, int right, int top, int bottom)
    {
        while (!ink.HasInk(left, top, bottom))
        {
            left++;
        }

        while (!ink.HasInk(right - 1, top, bottom))
        {
            right--;
        }

        return (left, right);
    }

    private WordBounds WithoutWritingLine(InkMap ink)
    {
        var height = Bottom - Top;
        var foot = Bottom - Math.Max(1, (int)(height * FootShare));
        if (foot <= Top)
        {
            return this;
        }

        var (first, end) = Extent(ink, Left, Right, Top, foot);
        if (Math.Max(first - Left, Right - end) < LeastOverhang * height)
        {
            return this;
        }

        var line = foot;
        while (!ink.RowHasInk(line, Left, first) && !ink.RowHasInk(line, end, Right))
        {
            line++;
        }

        if (!IsWritingLine(ink, first, end, line))
        {
            return this;
        }

        while (!ink.RowHasInk(line - 1, first, end))
        {
            line--;
        }

        return new WordBounds(first, Top, end, line);
    }

    // Where it shows well on both sides, what was written may hide it; else it must be seen to go on below.
    private bool IsWritingLine(InkMap ink, int first, int end, int line)
    {
        var (before, after) = (first - Left, Right - end);
        return Math.Min(before, after) >= LeastOverhang * (Bottom - Top)
            ? ink.Covered(Left, first, line, Bottom) + ink.Covered(end, Right, line, Bottom) >= LineShare * (before + after)
            : Math.Min(before, after) >= LeastEnd && ink.Covered(Left, Right, line, Bottom) >= LineShare * (Right - Left);
    }

    // Ink that touches the picture's edge and ends before the text begins belongs to a neighbouring line.
    private static int SkipForeign(bool[] rows, int edge, int direction)
    {
        var limit = (int)(rows.Length * MostForeign);
        var y = edge;
        while (rows[y] && Math.Abs(y - edge) < limit)
        {
            y += direction;
        }

        y = rows[y] ? edge : y;
        while (y >= 0 && y < rows.Length && !rows[y])
        {
            y += direction;
        }

        return y;
    }
}
