using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>Weighs what speaks for a candidate: its text, the label beside it, the page and the rough box the model named.</summary>
internal sealed class CandidateScorer(DocumentIndex index, LabelProximity proximity)
{
    private const double LabelWeight = 0.6;
    private const double PageWeight = 0.15;
    private const double RoughBoxWeight = 0.3;

    // What somebody typed into a form is a value; what the form itself prints seldom is one.
    private const double FilledInWeight = 0.5;

    // A rough box counts as near within this many line heights.
    private const double RoughBoxReach = 4;

    // Only decides between candidates that are equal otherwise: schemas list fields roughly as documents print them, so
    // early fields take early places, and of fields with equal values each takes its own in order.
    private const double OrderWeight = 0.02;
    private const double UsualRank = 0.75;

    private readonly Dictionary<(FieldLabel Label, IReadOnlyList<Candidate> Candidates), List<FieldCandidate>> columns = [];

    /// <summary>
    /// The candidates with their scores for this field, best first; <paramref name="rank"/> is the field's place among
    /// all, 0..1. Cells of a column with equal values share one list.
    /// </summary>
    public IReadOnlyList<FieldCandidate> Score(FieldTarget field, FieldLabel label, double rank, IReadOnlyList<Candidate> candidates)
    {
        if (!field.IsCell || field.Prediction?.PageNumber is not null)
        {
            return ScoreAll(field, label, rank, candidates);
        }

        if (!columns.TryGetValue((label, candidates), out var scored))
        {
            columns[(label, candidates)] = scored = ScoreAll(field, label, UsualRank, candidates);
        }

        return scored;
    }

    private List<FieldCandidate> ScoreAll(FieldTarget field, FieldLabel label, double rank, IReadOnlyList<Candidate> candidates)
    {
        var scored = new List<FieldCandidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var near = proximity.Of(label, candidate);
            var score =
                candidate.Fit
                + (LabelWeight * near)
                + (IsFilledIn(candidate.Place) ? FilledInWeight : 0)
                + Pointed(field, candidate)
                + Order(candidate, rank);
            scored.Add(new FieldCandidate(candidate, near, score));
        }

        scored.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return scored;
    }

    private bool IsFilledIn(Place place) => place.Words.Count > 0 && index.Words[place.Words[0]].Source.Source == WordSource.FormField;

    private double Order(Candidate candidate, double rank) =>
        OrderWeight * (rank - UsualRank) * Math.Max(0, candidate.Place.FirstWord) / Math.Max(1, index.Words.Length);

    private double Pointed(FieldTarget field, Candidate candidate)
    {
        if (field.Prediction?.PageNumber is not { } page || page != index.PageNumberOf(candidate.PageIndex))
        {
            return 0;
        }

        return PageWeight + (field.Prediction.RoughBox is { IsDrawable: true } rough ? RoughBoxWeight * Nearness(rough, candidate) : 0);
    }

    private double Nearness(Documents.Geometry.BoundingBox rough, Candidate candidate)
    {
        var scale = index.Scales[candidate.PageIndex];
        var across = scale.Across(candidate.Box.CenterX - rough.CenterX);
        var down = scale.Down(candidate.Box.CenterY - rough.CenterY);
        return 1 / (1 + (((across * across / 4) + (down * down)) / (RoughBoxReach * RoughBoxReach)));
    }
}
