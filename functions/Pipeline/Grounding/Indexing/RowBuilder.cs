using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>
/// Groups the words of a page into rows by their boxes alone, so that the order in which a reader lists them does not
/// matter. Words are taken from left to right; each joins the row whose last word it overlaps in height, which follows
/// lines that climb or fall. Costs n log n: open rows are looked up by height in a grid.
/// </summary>
internal sealed class RowBuilder
{
    private const double MinOverlap = 0.5;
    private const double MaxHeightRatio = 2.2;

    // The parts of a date or an amount written by hand differ more, and raised cents are small.
    private const double MaxNumberHeightRatio = 3;

    private readonly List<List<Word>> rows = [];
    private readonly Dictionary<int, List<int>> grid = [];
    private readonly double cellHeight;

    private RowBuilder(double lineHeight) => cellHeight = Math.Max(lineHeight, 1e-6);

    /// <summary>The rows from top to bottom, their words from left to right.</summary>
    public static List<List<Word>> Build(List<Word> words, PageScale scale)
    {
        words.Sort(LeftToRight);
        var builder = new RowBuilder(scale.LineHeight);
        foreach (var word in words)
        {
            builder.Add(word);
        }

        builder.rows.Sort(TopToBottom);
        return builder.rows;
    }

    private void Add(Word word)
    {
        var row = FindRow(word);
        if (row < 0)
        {
            row = rows.Count;
            rows.Add([]);
        }
        else
        {
            grid[CellOf(rows[row][^1])].Remove(row);
        }

        rows[row].Add(word);
        if (!grid.TryGetValue(CellOf(word), out var cell))
        {
            grid[CellOf(word)] = cell = [];
        }

        cell.Add(row);
    }

    private int FindRow(Word word)
    {
        var reach = Math.Clamp((int)Math.Ceiling(word.Box.Height / cellHeight), 1, 4);
        var best = -1;
        var bestDistance = double.MaxValue;
        for (var cell = CellOf(word) - reach; cell <= CellOf(word) + reach; cell++)
        {
            if (!grid.TryGetValue(cell, out var open))
            {
                continue;
            }

            foreach (var row in open)
            {
                var distance = Math.Abs(rows[row][^1].Box.CenterY - word.Box.CenterY);
                if (Joins(rows[row][^1], word) && (distance < bestDistance || (distance == bestDistance && row < best)))
                {
                    best = row;
                    bestDistance = distance;
                }
            }
        }

        return best;
    }

    private static bool Joins(Word last, Word word)
    {
        var most = IsNumber(last) && IsNumber(word) ? MaxNumberHeightRatio : MaxHeightRatio;
        var isAlike = Math.Max(last.Box.Height, word.Box.Height) <= most * Math.Min(last.Box.Height, word.Box.Height);
        return last.Box.VerticalOverlap(word.Box) >= MinOverlap && (isAlike || IsMark(last) || IsMark(word));
    }

    private static bool IsNumber(Word word) => word.Text.Any(char.IsAsciiDigit) && !word.Text.Any(char.IsLetter);

    // Dashes and dots are much lower than the letters beside them.
    private static bool IsMark(Word word) => word.Text.Length <= 2 && !char.IsLetterOrDigit(word.Text[0]);

    private int CellOf(Word word) => (int)Math.Clamp(Math.Floor(word.Box.CenterY / cellHeight), -1e6, 1e6);

    private static int LeftToRight(Word a, Word b)
    {
        var byLeft = a.Box.Left.CompareTo(b.Box.Left);
        var byTop = byLeft != 0 ? byLeft : a.Box.Top.CompareTo(b.Box.Top);
        var byRight = byTop != 0 ? byTop : a.Box.Right.CompareTo(b.Box.Right);
        return byRight != 0 ? byRight : string.CompareOrdinal(a.Text, b.Text);
    }

    private static int TopToBottom(List<Word> a, List<Word> b)
    {
        var byCenter = MeanCenter(a).CompareTo(MeanCenter(b));
        return byCenter != 0 ? byCenter : LeftToRight(a[0], b[0]);
    }

    private static double MeanCenter(List<Word> row)
    {
        var sum = 0.0;
        foreach (var word in row)
        {
            sum += word.Box.CenterY;
        }

        return sum / row.Count;
    }
}
