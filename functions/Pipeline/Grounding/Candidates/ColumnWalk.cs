using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Reads a list along one column of a page, up and down from a word that is printed as it is sought.</summary>
internal sealed class ColumnWalk(DocumentIndex index, string[] texts)
{
    // A list of four may hold one word that is misread, of eight two.
    private const int WordsPerMisread = 4;
    private const double MaxCostOfMisread = 0.5;
    private const int MaxLengthChange = 2;

    // Longer ones are no cells, and comparing costs the square of the length.
    private const int LongestMisread = 60;

    // Share of the narrower of a word and the column that lies in both; what is wider than this is a heading over several columns.
    private const double InColumn = 0.5;
    private const double WidestInColumns = 3;

    private readonly WordRun[] cells = new WordRun[texts.Length];
    private BoundingBox column;

    /// <summary>How many of the words are misread.</summary>
    public int Misread { get; private set; }

    /// <summary>The words of the list in order, or none when the column says something else.</summary>
    public int[]? From(int word, int anchor)
    {
        ref readonly var start = ref index.Words[word];
        cells[anchor] = new WordRun(start.PageIndex, word, 1, start.Box);
        column = start.Box;
        return Follow(start.Row, anchor, -1) && Follow(start.Row, anchor, 1)
            ? [.. cells.SelectMany(cell => Enumerable.Range(cell.FirstWord, cell.EndWord - cell.FirstWord))]
            : null;
    }

    private bool Follow(int row, int anchor, int direction)
    {
        var at = anchor + direction;
        for (row += direction; at >= 0 && at < cells.Length; row += direction)
        {
            if (row < 0 || row >= index.Rows.Length || index.Rows[row].PageIndex != cells[anchor].PageIndex)
            {
                return false;
            }

            if (InRow(index.Rows[row]) is { } cell)
            {
                if (!Take(cell, at))
                {
                    return false;
                }

                at += direction;
            }
        }

        return true;
    }

    private bool Take(WordRun cell, int at)
    {
        var printed = "";
        for (var word = cell.FirstWord; word < cell.EndWord; word++)
        {
            printed += index.Words[word].Source.Text;
            column = column.Union(index.Words[word].Box);
        }

        cells[at] = cell;
        return string.Equals(printed, texts[at], StringComparison.OrdinalIgnoreCase)
            || (++Misread <= texts.Length / WordsPerMisread && IsLike(printed, texts[at]));
    }

    // The words of the row that stand in the column: more than one where a cell was read in pieces.
    private WordRun? InRow(WordRun row)
    {
        var first = row.FirstWord;
        while (first < row.EndWord && !IsInColumn(first))
        {
            first++;
        }

        var end = first;
        while (end < row.EndWord && IsInColumn(end))
        {
            end++;
        }

        return first < end ? row with { FirstWord = first, WordCount = end - first } : null;
    }

    private bool IsInColumn(int word)
    {
        var box = index.Words[word].Box;
        var shared = Math.Min(box.Right, column.Right) - Math.Max(box.Left, column.Left);
        return box.Width <= WidestInColumns * column.Width && shared >= InColumn * Math.Min(box.Width, column.Width);
    }

    private static bool IsLike(string printed, string text)
    {
        var sought = TextFold.Squeeze(text);
        return sought.Length <= LongestMisread
            && Math.Abs(printed.Length - text.Length) <= MaxLengthChange
            && FuzzyAlignment.Align(sought, TextFold.Squeeze(printed), printed.Length + sought.Length, _ => true).Cost
                <= MaxCostOfMisread * sought.Length;
    }
}
