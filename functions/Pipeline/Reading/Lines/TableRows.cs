namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>
/// Finds runs of rows that look like a table: several rows of at least three short cells close below each other. Columns of
/// prose have longer lines and stay columns.
/// </summary>
internal static class TableRows
{
    private const int FewestCells = 3;
    private const int FewestRows = 2;
    private const double MostWordsPerCell = 3.5;

    /// <summary>Rows of a table are at most this many text heights apart: a cell may wrap, a rule may run between.</summary>
    private const double LargestGap = 3;

    /// <summary>Rows with fewer cells that may stand between two full ones: the lines of a wrapped description.</summary>
    private const int MostBrokenRows = 3;

    /// <summary>Cells that have to stand under cells of the full row above.</summary>
    private const int FewestAligned = 2;

    /// <summary>Edges this close, as a share of the page's width, count as one.</summary>
    private const double AlignedShare = 0.008;

    /// <summary>A part of the page, from the top.</summary>
    public readonly record struct Part(bool IsTable, IReadOnlyList<IReadOnlyList<Segment>> Rows);

    /// <summary>Cuts the page into tables and the rest.</summary>
    public static IEnumerable<Part> Partition(IReadOnlyList<IReadOnlyList<Segment>> rows)
    {
        var start = 0;
        while (start < rows.Count)
        {
            var end = TableEnd(rows, start);
            yield return end > start ? new Part(true, Slice(rows, start, end)) : new Part(false, [rows[start]]);
            start = Math.Max(end, start + 1);
        }
    }

    // Where the table that begins at a row ends; the start itself when there is none. Rows with fewer cells belong to it when
    // another full row follows: a wrapped description.
    private static int TableEnd(IReadOnlyList<IReadOnlyList<Segment>> rows, int start)
    {
        if (!IsTabular(rows[start]))
        {
            return start;
        }

        var (end, count) = (start + 1, 1);
        for (var index = start + 1; index < rows.Count && index - end <= MostBrokenRows && IsClose(rows[index - 1], rows[index]); index++)
        {
            if (IsTabular(rows[index]) && CountAligned(rows[end - 1], rows[index]) >= FewestAligned)
            {
                end = index + 1;
                count++;
            }
        }

        return count >= FewestRows ? end : start;
    }

    private static bool IsTabular(IReadOnlyList<Segment> row) =>
        row.Count >= FewestCells && row.Average(segment => segment.Words.Count) <= MostWordsPerCell;

    // Cells of a column share their left edge, their right edge or their middle.
    private static int CountAligned(IReadOnlyList<Segment> above, IReadOnlyList<Segment> below) =>
        below.Count(cell =>
            above.Any(other =>
                Math.Abs(cell.Box.Left - other.Box.Left) < AlignedShare
                || Math.Abs(cell.Box.Right - other.Box.Right) < AlignedShare
                || Math.Abs(cell.Box.CenterX - other.Box.CenterX) < AlignedShare
            )
        );

    private static bool IsClose(IReadOnlyList<Segment> above, IReadOnlyList<Segment> below)
    {
        var height = Math.Max(above.Max(segment => segment.Height), below.Max(segment => segment.Height));
        return below.Min(segment => segment.Box.Top) - above.Max(segment => segment.Box.Bottom) <= LargestGap * height;
    }

    private static List<IReadOnlyList<Segment>> Slice(IReadOnlyList<IReadOnlyList<Segment>> rows, int start, int end) =>
        [.. rows.Skip(start).Take(end - start)];
}
