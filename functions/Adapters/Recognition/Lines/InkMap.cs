namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Which pixels of a line's picture are ink, by Otsu's threshold (1979); ruled lines around the text do not count.</summary>
internal sealed class InkMap
{
    // Below this difference between the classes there is nothing to tell apart.
    private const int MinContrast = 24;

    // A rule runs through nearly the whole picture; glyphs do not, because the picture is higher than the text.
    private const double RuleShare = 0.92;

    // How thick a line to write on is with its slant.
    private const int LineThickness = 4;

    private readonly bool[] ink;
    private readonly int[] columns;

    private InkMap(bool[] ink, int width, int height)
    {
        this.ink = ink;
        Width = width;
        Height = height;
        RemoveRules();
        columns = [.. Enumerable.Range(0, width).Select(x => CountColumn(x))];
    }

    /// <summary>Pixels of a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

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
        var x = Math.Clamp((int)from, 0, Width - 1);
        var (end, empty) = (x, 0);
        var hasInk = false;
        for (; x >= 0 && x < Width && (!hasInk || empty < emptyColumns); x += direction)
        {
            var isInk = columns[x] > 0;
            hasInk |= isInk;
            (end, empty) = isInk ? (x, 0) : (end, empty + 1);
        }

        return direction > 0 ? end + 1 : end;
    }

    private (int Start, int Length, int Ink) Valley(double left, double right)
    {
        var first = Math.Clamp((int)left, 0, Width - 1);
        var last = Math.Clamp((int)right, first, Width - 1);
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

    /// <summary>Whether a line runs below everything between two columns, as far as one can see.</summary>
    public bool IsUnderlined(double from, double to)
    {
        var left = Math.Clamp((int)from, 0, Width);
        var right = Math.Clamp((int)to, left, Width);
        return Enumerable
            .Range(Height / 2, (Height / 2) - LineThickness)
            .Any(y => Covered(left, right, y, y + LineThickness) >= RuleShare * (right - left));
    }

    /// <summary>How many columns of a rectangle hold ink; right and bottom are just outside.</summary>
    public int Covered(int left, int right, int top, int bottom)
    {
        var count = 0;
        for (var x = left; x < right; x++)
        {
            count += HasInk(x, top, bottom) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a column holds ink between two rows.</summary>
    public bool HasInk(int x, int top, int bottom) => RowsOfInk(x, top, bottom) is not null;

    /// <summary>The first row of ink of a column between two rows, and the row just below the last one; null when there is none.</summary>
    public (int Top, int Bottom)? RowsOfInk(int x, int top, int bottom)
    {
        while (top < bottom && !ink[(top * Width) + x])
        {
            top++;
        }

        while (bottom > top && !ink[((bottom - 1) * Width) + x])
        {
            bottom--;
        }

        return top < bottom ? (top, bottom) : null;
    }

    /// <summary>Whether a row holds ink between two columns.</summary>
    public bool RowHasInk(int y, int left, int right) => ink.AsSpan((y * Width) + left, right - left).Contains(true);

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

    private int CountColumn(int x)
    {
        var count = 0;
        for (var y = 0; y < Height; y++)
        {
            count += ink[(y * Width) + x] ? 1 : 0;
        }

        return count;
    }

    private void RemoveRules()
    {
        for (var y = 0; y < Height; y++)
        {
            var row = ink.AsSpan(y * Width, Width);
            if (row.Count(true) > RuleShare * Width)
            {
                row.Clear();
            }
        }

        for (var x = 0; x < Width; x++)
        {
            if (CountColumn(x) > RuleShare * Height)
            {
                for (var y = 0; y < Height; y++)
                {
                    ink[(y * Width) + x] = false;
                }
            }
        }
    }
}
