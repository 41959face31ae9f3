using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>A field with all its candidates and the one it was given.</summary>
internal sealed class Placement(FieldTarget field, IReadOnlyList<FieldCandidate> candidates)
{
    private ValuePattern? value;

    public FieldTarget Field { get; } = field;

    /// <summary>The field's value, read once for all who judge it.</summary>
    public ValuePattern Value => value ??= ValuePattern.Of(Field.Value.Text, Field.Value.Kind);

    /// <summary>All candidates, best score first.</summary>
    public IReadOnlyList<FieldCandidate> Candidates { get; set; } = candidates;

    /// <summary>The place the field was given; null when it has none.</summary>
    public FieldCandidate? Chosen { get; set; }

    /// <summary>Takes a cost from the scores of some candidates and puts all in order again.</summary>
    public void Discourage(Func<FieldCandidate, bool> which, double cost)
    {
        if (Candidates.Any(which))
        {
            Candidates = [.. Candidates.Select(c => which(c) ? c with { Score = c.Score - cost } : c).OrderByDescending(c => c.Score)];
        }
    }

    /// <summary>Score of the chosen place minus that of the best other one; 1 without another.</summary>
    public double Margin
    {
        get
        {
            var rival = Candidates.FirstOrDefault(c => !ReferenceEquals(c, Chosen) && c.Candidate.Place.Key != Chosen?.Candidate.Place.Key);
            return Chosen is null ? 0
                : rival is null ? 1
                : Math.Clamp(Chosen.Score - rival.Score, 0, 1);
        }
    }
}
