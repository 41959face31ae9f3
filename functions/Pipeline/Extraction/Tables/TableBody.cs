using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>
/// Reads the records below a table's header. A new record begins where a row brings a number or date for a column that the
/// current record already has; rows of text alone continue the text before them, or introduce the numbers after them.
/// </summary>
internal sealed class TableBody(SumLines sums)
{
    private const double MaxTextGap = 0.75;
    private const int MaxTextLines = 4;
    private const double MaxEmptyGap = 9;

    private readonly List<TableRecord> records = [];
    private bool isTextFirst;

    /// <summary>The records so far.</summary>
    public IReadOnlyList<TableRecord> Records => records;

    /// <summary>Reads the rows of a page from <paramref name="firstRow"/> on; false when the table ends on this page.</summary>
    public bool Read(Sheet sheet, TableHeader header, int firstRow, int endRow)
    {
        var bottom = firstRow > 0 ? sheet.Rows[firstRow - 1].Max(s => s.Box.Bottom) : 0;
        for (var row = firstRow; row < endRow && records.Count < ExtractionLimits.MaxRows; row++)
        {
            if (sums.IsCarried(sheet.Rows[row]))
            {
                continue;
            }

            var isTooFar = records.Count > 0 && sheet.Rows[row].Min(s => s.Box.Top) - bottom > MaxEmptyGap * sheet.LineHeight;
            if (isTooFar || sums.IsSum(sheet.Rows[row]))
            {
                return false;
            }

            ReadRow(sheet, header, row);
            bottom = sheet.Rows[row].Max(s => s.Box.Bottom);
        }

        return true;
    }

    private bool ReadRow(Sheet sheet, TableHeader header, int row)
    {
        var cells = Cells(header, sheet.Rows[row]);
        var typed = cells.Where(c => TableRecord.IsTyped(c.Column)).ToList();
        if (cells.Count == 0)
        {
            return false;
        }

        var current = records.Count > 0 ? records[^1] : null;
        if (typed.Count == 0)
        {
            return ReadText(sheet, cells, current);
        }

        if (
            current is null
            || typed.Exists(c => current.Cells.ContainsKey(c.Column))
            || (!isTextFirst && cells.Count > typed.Count && current.HasTyped && typed.Count > 1)
        )
        {
            records.Add(current = new TableRecord());
        }

        foreach (var (column, reading) in cells)
        {
            current.Add(column, reading);
        }

        return true;
    }

    private bool ReadText(Sheet sheet, List<(FieldMeaning Column, Reading Reading)> cells, TableRecord? current)
    {
        if (current is null || (isTextFirst && current.HasTyped))
        {
            isTextFirst = true;
            records.Add(current = new TableRecord());
        }
        else if (
            current.TextLines >= MaxTextLines
            || cells[0].Reading.Run.Box.Top - current.BottomOn(sheet) > MaxTextGap * sheet.LineHeight
        )
        {
            return false;
        }

        foreach (var (column, reading) in cells)
        {
            current.Add(column, reading);
        }

        return true;
    }

    private static List<(FieldMeaning Column, Reading Reading)> Cells(TableHeader header, IReadOnlyList<Segment> row)
    {
        var byCell = new Dictionary<HeaderCell, List<Token>>(ReferenceEqualityComparer.Instance);
        foreach (var segment in row)
        {
            var cell = header.CellOver(segment, IsNumber(segment));
            (byCell.TryGetValue(cell, out var tokens) ? tokens : byCell[cell] = []).AddRange(segment.Tokens);
        }

        var cells = new List<(FieldMeaning, Reading)>();
        foreach (var (cell, tokens) in byCell)
        {
            if (cell.Column is { } column && TypedReader.Read(column, new Run(tokens)) is { } reading)
            {
                cells.Add((column, reading));
            }
        }

        return cells;
    }

    private static bool IsNumber(Segment segment) =>
        NumberReader.Find(segment.Text) is [var number, ..] && number.Length * 2 >= segment.Text.Length;
}
