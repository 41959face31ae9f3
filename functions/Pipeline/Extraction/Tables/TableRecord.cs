using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>One element of a table while it is being read.</summary>
internal sealed class TableRecord
{
    private readonly Dictionary<FieldMeaning, Reading> cells = new(ReferenceEqualityComparer.Instance);

    /// <summary>The cells that have a value.</summary>
    public IReadOnlyDictionary<FieldMeaning, Reading> Cells => cells;

    /// <summary>Whether any column of numbers or dates has a value.</summary>
    public bool HasTyped => cells.Keys.Any(IsTyped);

    /// <summary>Lines of text added to the record so far.</summary>
    public int TextLines { get; private set; }

    /// <summary>Whether a column's values have a shape of their own.</summary>
    public static bool IsTyped(FieldMeaning column) => TableHeader.IsNumeric(column) || column.Kind == ValueKind.Date;

    /// <summary>Sets a cell, or adds a further line to a cell of text.</summary>
    public void Add(FieldMeaning column, Reading reading)
    {
        if (cells.TryGetValue(column, out var sofar) && sofar.Run.PageNumber == reading.Run.PageNumber)
        {
            var joined = sofar.Run.Then(reading.Run);
            cells[column] = TypedReader.Whole(joined, sofar.Fit) ?? sofar;
        }
        else
        {
            cells.TryAdd(column, reading);
        }

        TextLines += IsTyped(column) ? 0 : 1;
    }

    /// <summary>The lowest edge of its text on a page.</summary>
    public double BottomOn(Sheet sheet) =>
        cells.Values.Where(r => r.Run.PageNumber == sheet.PageNumber).Select(r => r.Run.Box.Bottom).DefaultIfEmpty(0).Max();
}
