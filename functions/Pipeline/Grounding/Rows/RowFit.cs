using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Rows;

/// <summary>Judges how well the cells of a row fit around a place for the row's anchor.</summary>
internal sealed class RowFit(DocumentIndex index)
{
    // In line heights: the lines of one row of a table, descriptions of several lines included.
    private const double SameLine = 0.6;
    private const double Reach = 6;
    private const double NextLine = 0.75;
    private const double Decay = 3;
    private const double AlignmentWeight = 0.4;
    private const double NearnessWeight = 0.4;

    private readonly Dictionary<IReadOnlyList<FieldCandidate>, FieldCandidate[]> byPlace = new(ReferenceEqualityComparer.Instance);

    /// <summary>The sum over the cells of their best candidates near the band; cells with many candidates say less.</summary>
    public double Score(TableRow row, FieldCandidate band, TableColumns columns)
    {
        var sum = 0.0;
        foreach (var cell in row.Cells)
        {
            var best = 0.0;
            foreach (var candidate in Near(cell.Candidates, band))
            {
                best = Math.Max(best, ScoreAt(cell, candidate, band, columns));
            }

            sum += best / (1 + Math.Log2(Math.Max(1, cell.Candidates.Count)) / 4);
        }

        return sum;
    }

    /// <summary>The cell's candidates near the band with their scores there, best first.</summary>
    public List<FieldCandidate> Rank(Placement cell, FieldCandidate band, TableColumns columns)
    {
        var ranked = new List<FieldCandidate>();
        foreach (var candidate in Near(cell.Candidates, band))
        {
            ranked.Add(candidate with { Score = ScoreAt(cell, candidate, band, columns) });
        }

        ranked.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return ranked;
    }

    private double ScoreAt(Placement cell, FieldCandidate candidate, FieldCandidate band, TableColumns columns)
    {
        var box = candidate.Candidate.Box;
        var alignment = columns.Alignment(cell.Field.Path.LastName, box, candidate.Candidate.PageIndex);
        return candidate.Score + (NearnessWeight * Nearness(candidate.Candidate, band.Candidate)) + (AlignmentWeight * alignment);
    }

    private double Nearness(Candidate candidate, Candidate band)
    {
        var scale = index.Scales[band.PageIndex];
        var line = index.Words[band.Place.FirstWord].Box;
        var above = scale.Down(candidate.Box.Top - line.CenterY);
        var below = scale.Down(line.CenterY - candidate.Box.Bottom);
        var distance = Math.Max(0, Math.Max(above, below));
        return distance <= SameLine ? 1 : NextLine * Math.Exp(-(distance - SameLine) / Decay);
    }

    // Candidates in document order, cut to those whose first line lies within reach of the band's.
    private IEnumerable<FieldCandidate> Near(IReadOnlyList<FieldCandidate> candidates, FieldCandidate band)
    {
        if (!byPlace.TryGetValue(candidates, out var ordered))
        {
            byPlace[candidates] = ordered = [
                .. candidates.Where(c => c.Candidate.Place.FirstWord >= 0).OrderBy(c => c.Candidate.Place.FirstWord),
            ];
        }

        var line = index.Words[band.Candidate.Place.FirstWord].Box;
        var page = band.Candidate.PageIndex;
        var scale = index.Scales[page];
        for (var i = FirstFrom(ordered, page, line.Top - (Reach * scale.LineHeight)); i < ordered.Length; i++)
        {
            var word = index.Words[ordered[i].Candidate.Place.FirstWord];
            if (word.PageIndex != page || scale.GapDown(line, word.Box) > Reach)
            {
                yield break;
            }

            yield return ordered[i];
        }
    }

    private int FirstFrom(FieldCandidate[] ordered, int page, double top)
    {
        var low = 0;
        var high = ordered.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var word = index.Words[ordered[middle].Candidate.Place.FirstWord];
            var isBefore = word.PageIndex < page || (word.PageIndex == page && index.Rows[word.Row].Box.Bottom < top);
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
