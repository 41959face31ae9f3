using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// Finds values that list what stands in a column of a table, however far apart: every word of the value in order, and nothing else in the
/// column between them.
/// </summary>
internal sealed class ColumnFinder(DocumentIndex index)
{
    // Two words below each other happen by chance.
    private const int FewestWords = 3;
    private const int MostWords = 64;

    // Each printing of the value's first word costs a walk down its page.
    private const int MostStarts = 256;

    // Share of a word's width that lies in the column; headings reach across several.
    private const double InColumn = 0.5;
    private const double ColumnFit = 0.85;

    public void Find(ValuePattern value, List<Candidate> found)
    {
        var texts = value.Text.Split((char[]?)null, MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length is < FewestWords or > MostWords)
        {
            return;
        }

        var starts = index.WordsThatSay(TextFold.Squeeze(texts[0])).Where(word => IsText(word, texts[0]));
        foreach (var first in starts.Take(MostStarts))
        {
            if (Down(first, texts) is { } words)
            {
                var place = new Place(words, 0, index.Words[words[^1]].Source.Text.Length);
                found.Add(
                    new Candidate(place, MatchTier.Scattered, ColumnFit, index.Words[first].PageIndex, PlaceShape.Hull(index, words))
                );
            }
        }
    }

    private int[]? Down(int first, string[] texts)
    {
        var words = new int[texts.Length];
        words[0] = first;
        var count = 1;
        var column = index.Words[first].Box;
        for (var row = index.Words[first].Row + 1; row < index.Rows.Length && count < texts.Length; row++)
        {
            if (index.Rows[row].PageIndex != index.Words[first].PageIndex)
            {
                return null;
            }

            var below = InRow(index.Rows[row], column);
            if (below >= 0 && !IsText(below, texts[count]))
            {
                return null;
            }

            if (below >= 0)
            {
                words[count++] = below;
                column = column.Union(index.Words[below].Box);
            }
        }

        return count == texts.Length ? words : null;
    }

    // The first word of the row that stands in the column, or none.
    private int InRow(WordRun row, BoundingBox column)
    {
        for (var word = row.FirstWord; word < row.EndWord; word++)
        {
            var box = index.Words[word].Box;
            if (Math.Min(box.Right, column.Right) - Math.Max(box.Left, column.Left) >= InColumn * box.Width)
            {
                return word;
            }
        }

        return -1;
    }

    private bool IsText(int word, string text) => string.Equals(index.Words[word].Source.Text, text, StringComparison.OrdinalIgnoreCase);
}
