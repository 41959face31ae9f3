using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>The cells of a table before and behind a word: those of its row, and those of its column.</summary>
internal sealed class CellLines(DocumentIndex index)
{
    // Share of the narrower of a word and the column that lies in both; what is wider than this is a heading over several columns.
    private const double InColumn = 0.5;
    private const double WidestInColumns = 3;

    /// <summary>The words of the row, as many to either side as are asked for, that have a text.</summary>
    public IReadOnlyList<WordRun> Row(int word, int reach)
    {
        var row = index.Rows[index.Words[word].Row];
        var cells = new LinkedList<WordRun>();
        cells.AddFirst(Cell(word));
        for (var (at, left) = (word - 1, reach); at >= row.FirstWord && left > 0; at--)
        {
            if (index.Words[at].SqueezedLength > 0)
            {
                cells.AddFirst(Cell(at));
                left--;
            }
        }

        for (var (at, left) = (word + 1, reach); at < row.EndWord && left > 0; at++)
        {
            if (index.Words[at].SqueezedLength > 0)
            {
                cells.AddLast(Cell(at));
                left--;
            }
        }

        return [.. cells];
    }

    /// <summary>The cells above and below, as many as are asked for: of each row the words that stand in the column.</summary>
    public IReadOnlyList<WordRun> Column(int word, int reach)
    {
        var row = index.Words[word].Row;
        var column = index.Words[word].Box;
        return [.. Along(row, -1, reach, ref column).AsEnumerable().Reverse(), Cell(word), .. Along(row, 1, reach, ref column)];
    }

    private List<WordRun> Along(int from, int direction, int reach, ref BoundingBox column)
    {
        var cells = new List<WordRun>();
        var page = index.Rows[from].PageIndex;
        for (var row = from + direction; cells.Count < reach; row += direction)
        {
            if (row < 0 || row >= index.Rows.Length || index.Rows[row].PageIndex != page)
            {
                break;
            }

            if (InRow(index.Rows[row], column) is { } cell)
            {
                cells.Add(cell);
                column = column.Union(cell.Box);
            }
        }

        return cells;
    }

    private WordRun Cell(int word) => new(index.Words[word].PageIndex, word, 1, index.Words[word].Box);

    // The words of the row that stand in the column: more than one where a cell was read in pieces.
    private WordRun? InRow(WordRun row, BoundingBox column)
    {
        var first = row.FirstWord;
        while (first < row.EndWord && !IsInColumn(first, column))
        {
            first++;
        }

        var end = first;
        var box = default(BoundingBox);
        for (; end < row.EndWord && IsInColumn(end, column); end++)
        {
            box = end == first ? index.Words[end].Box : box.Union(index.Words[end].Box);
        }

        return first < end ? new WordRun(row.PageIndex, first, end - first, box) : null;
    }

    private bool IsInColumn(int word, BoundingBox column)
    {
        var box = index.Words[word].Box;
        var shared = Math.Min(box.Right, column.Right) - Math.Max(box.Left, column.Left);
        return box.Width <= WidestInColumns * column.Width && shared >= InColumn * Math.Min(box.Width, column.Width);
    }
}
