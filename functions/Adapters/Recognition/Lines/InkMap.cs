namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Which pixels of a line's picture are ink, by Otsu's threshold (1979); ruled lines around the text do not count.</summary>
internal sealed class InkMap
{
    // Below this difference between the classes there is nothing to tell apart.
    private const int MinContrast = 24;

    // A rule runs through nearly the whole picture; glyphs do not, because the picture is higher than the text.
    private const double RuleShare = 0.92;

    private readonly bool[] ink;
    private readonly int width;
    private readonly int height;
    private readonly int[] columns;

    private InkMap(bool[] ink, int width, int height)
    {
        this.ink = ink;
        this.width = width;
        this.height = height;
        RemoveRules();
        columns = [.. Enumerable.Range(0, width).Select(x => CountColumn(x))];
    }

    /// <summary>Finds the ink of a picture.</summary>
    public static InkMap Of(LinePicture picture)
    {
        var gray = new byte[picture.Width * LinePicture.Height];
        for (var i = 0; i < gray.Length; i++)
        {
            var at = i * 3;
            gray[i] = (byte)(((picture.Clean[at] * 77) + (picture.Clean[at + 1] * 151) + (picture.Clean[at + 2] * 28)) >> 8);
        }

        return new InkMap(Separate(gray), picture.Width, LinePicture.Height);
    }

    /// <summary>The middle of the widest stretch of least ink between two columns: where two characters part.</summary>
    public double CutBetween(double left, double right)
    {
        var (start, length, _) = Valley(left, right);
        return start + (length / 2.0);
    }

    /// <summary>How many columns in a row are free of ink between two columns, at most.</summary>
    public int GapBetween(double left, double right)
    {
        var (_, length, least) = Valley(left, right);
        return least == 0 ? length : 0;
    }

    /// <summary>Where the ink around a column ends to one side (1 for right, −1 for left): before a stretch of this many empty columns.</summary>
    public double EndOfInk(double from, int direction, int emptyColumns)
    {
        var x = Math.Clamp((int)from, 0, width - 1);
        var (end, empty) = (x, 0);
        var hasInk = false;
        for (; x >= 0 && x < width && (!hasInk || empty < emptyColumns); x += direction)
        {
            var isInk = columns[x] > 0;
            hasInk |= isInk;
            (end, empty) = isInk ? (x, 0) : (end, empty + 1);
        }

        return direction > 0 ? end + 1 : end;
    }

    private (int Start, int Length, int Ink) Valley(double left, double right)
    {
        var first = Math.Clamp((int)left, 0, width - 1);
        var last = Math.Clamp((int)right, first, width - 1);
        var least = columns.AsSpan(first, last - first + 1).ToArray().Min();
        var (bestStart, bestLength, start) = (first, 0, -1);
        for (var x = first; x <= last + 1; x++)
        {
            var isLeast = x <= last && columns[x] == least;
            if (isLeast && start < 0)
            {
                start = x;
            }
            else if (!isLeast && start >= 0)
            {
                (bestStart, bestLength) = x - start > bestLength ? (start, x - start) : (bestStart, bestLength);
                start = -1;
            }
        }

        return (bestStart, bestLength, least);
    }

    /// <summary>The tight bounds of the ink between two columns, or null when there is none.</summary>
    public (int Left, int Top, int Right, int Bottom)? Bounds(double from, double to)
    {
        var left = Math.Clamp((int)Math.Round(from), 0, width);
        var right = Math.Clamp((int)Math.Round(to), left, width);
        while (left < right && columns[left] == 0)
        {
            left++;
        }

        while (right > left && columns[right - 1] == 0)
        {
            right--;
        }

        if (left == right)
        {
            return null;
        }

        var rows = Enumerable.Range(0, height).Select(y => HasInk(y, left, right)).ToArray();
        var top = SkipForeign(rows, 0, 1);
        var bottom = SkipForeign(rows, height - 1, -1) + 1;
        return top < bottom ? (left, top, right, bottom) : null;
    }

    // Ink that touches the picture's edge and ends before the text begins belongs to a neighbouring line.
    private static int SkipForeign(bool[] rows, int edge, int direction)
    {
        var limit = rows.Length / 5;
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

    private static bool[] Separate(byte[] gray)
    {
        var (threshold, contrast) = OtsuThreshold.Of(gray);
        if (contrast < MinContrast)
        {
            return new bool[gray.Length];
        }

        // Paper covers more of a line than ink does, whichever of the two is darker.
        var darkIsInk = gray.Count(value => value <= threshold) * 2 <= gray.Length;
        return Array.ConvertAll(gray, value => value <= threshold == darkIsInk);
    }

    private bool HasInk(int y, int left, int right) => ink.AsSpan((y * width) + left, right - left).Contains(true);

    private int CountColumn(int x)
    {
        var count = 0;
        for (var y = 0; y < height; y++)
        {
            count += ink[(y * width) + x] ? 1 : 0;
        }

        return count;
    }

    private void RemoveRules()
    {
        for (var y = 0; y < height; y++)
        {
            var row = ink.AsSpan(y * width, width);
            if (row.Count(true) > RuleShare * width)
            {
                row.Clear();
            }
        }

        for (var x = 0; x < width; x++)
        {
            if (CountColumn(x) > RuleShare * height)
            {
                for (var y = 0; y < height; y++)
                {
                    ink[(y * width) + x] = false;
                }
            }
        }
    }
}
