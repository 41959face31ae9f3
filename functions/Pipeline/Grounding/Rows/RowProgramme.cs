using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Rows;

/// <summary>
/// Puts the rows of an array onto the document in their order: of all ways to give each row a place for its anchor
/// further down than the row before, the one with the greatest sum of fits. A heaviest increasing subsequence, found
/// with a tree of prefix maxima in n log n for n pairs of row and place.
/// </summary>
internal static class RowProgramme
{
    public static void Place(DocumentIndex index, IReadOnlyList<TableRow> rows, RowFit fit, TableColumns columns)
    {
        var options = new List<Option>();
        for (var row = 0; row < rows.Count; row++)
        {
            rows[row].Band = null;
            foreach (var candidate in rows[row].Anchor?.Candidates ?? [])
            {
                if (candidate.Candidate.Place.FirstWord >= 0)
                {
                    var line = index.Words[candidate.Candidate.Place.FirstWord].Row;
                    options.Add(new Option(row, line, candidate, fit.Score(rows[row], candidate, columns)));
                }
            }
        }

        options.Sort(static (a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Row.CompareTo(b.Row));
        var best = Solve(options, rows.Count);
        for (var at = best; at >= 0; at = options[at].Previous)
        {
            rows[options[at].Row].Band = options[at].Candidate;
        }
    }

    // Options of one line are looked up before any of them is entered, so that no two rows stand on one line.
    private static int Solve(List<Option> options, int rowCount)
    {
        var tree = new PrefixMaximum(rowCount + 1);
        var best = -1;
        for (var from = 0; from < options.Count; )
        {
            var to = from;
            for (; to < options.Count && options[to].Line == options[from].Line; to++)
            {
                var previous = tree.Best(options[to].Row);
                options[to].Previous = previous;
                options[to].Total = options[to].Fit + (previous >= 0 ? options[previous].Total : 0);
                best = best < 0 || options[to].Total > options[best].Total ? to : best;
            }

            for (; from < to; from++)
            {
                tree.Enter(options[from].Row + 1, from, options[from].Total);
            }
        }

        return best;
    }

    /// <summary>One row on one line: its fit there, and the best chain of rows that ends with it.</summary>
    private sealed class Option(int row, int line, FieldCandidate candidate, double fit)
    {
        public int Row { get; } = row;

        public int Line { get; } = line;

        public FieldCandidate Candidate { get; } = candidate;

        public double Fit { get; } = fit;

        public double Total { get; set; }

        public int Previous { get; set; } = -1;
    }
}
