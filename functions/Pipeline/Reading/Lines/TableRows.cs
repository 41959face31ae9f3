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
        for (var index = start + 1; index < rows.Count && IsClose(rows[index - 1], rows[index]); index++)
        {
            if (IsTabular(rows[index]))
            {
                end = index + 1;
                count++;
            }
        }

        return count >= FewestRows ? end : start;
    }

    private static bool IsTabular(IReadOnlyList<Segment> row) =>
        row.Count >= FewestCells && row.Average(segment => segment.Words.Count) <= MostWordsPerCell;

    private static bool IsClose(IReadOnlyList<Segment> above, IReadOnlyList<Segment> below)
    {
        var height = Math.Max(above.Max(segment => segment.Height), below.Max(segment => segment.Height));
        return below.Min(segment => segment.Box.Top) - above.Max(segment => segment.Box.Bottom) <= LargestGap * height;
    }

    private static List<IReadOnlyList<Segment>> Slice(IReadOnlyList<IReadOnlyList<Segment>> rows, int start, int end) =>
        [.. rows.Skip(start).Take(end - start)];
}
