using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Confidence;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Results;

/// <summary>Writes the results: boxes, status, score, evidence.</summary>
internal sealed class FieldWriter(DocumentIndex index, FeatureExtractor features, Calibration calibration, bool isFallback)
{
    private readonly BoxWriter boxes = new(index);
    private readonly PageRepeats repeats = new(index);
    private readonly ModelBoxAlternative modelBox = new(index);

    public JudgedField Write(Placement placement, FieldLabel label, IReadOnlyList<FieldPath> sharedWith)
    {
        var field = placement.Field;
        if (field.Value.IsNull)
        {
            return new JudgedField(WriteWithoutPlace(field, GroundingStatus.Absent, ConfidenceBand.High, 1), null);
        }

        if (placement.Chosen is { } chosen)
        {
            var seen = features.Of(placement, label, chosen);
            return new JudgedField(WriteFound(placement, chosen, seen, sharedWith), seen);
        }

        return new JudgedField(
            IsImplied(field)
                ? WriteWithoutPlace(field, GroundingStatus.Inferred, calibration.BandOf(calibration.Inferred), calibration.Inferred)
                : WriteWithoutPlace(field, GroundingStatus.Unlocated, ConfidenceBand.Low, Math.Min(calibration.Unlocated, calibration.Low)),
            null
        );
    }

    private GroundedField WriteFound(
        Placement placement,
        FieldCandidate chosen,
        ConfidenceFeatures seen,
        IReadOnlyList<FieldPath> sharedWith
    )
    {
        var field = placement.Field;
        var weighed = SecondOpinion.Weigh(
            SecondOpinion.Doubt(calibration.Probability(seen), field.Prediction),
            field.Prediction?.Agreement ?? ReaderAgreement.Unknown
        );
        // What the page prints otherwise was misread by one of the two: it may be right, but not for certain.
        var isUncertain = isFallback || chosen.Candidate.Tier == MatchTier.Fuzzy;
        var score = SecondOpinion.Cap(weighed, isUncertain, calibration.High);
        IReadOnlyList<Place> places = [chosen.Candidate.Place, .. repeats.Of(placement, chosen)];
        return new GroundedField(
            field.Path,
            field.Value,
            StatusOf(chosen.Candidate.Tier),
            calibration.BandOf(score),
            score,
            [.. places.SelectMany(boxes.Write)]
        )
        {
            Tier = chosen.Candidate.Tier,
            Margin = placement.Margin,
            CandidateCount = placement.Candidates.Count,
            Alternatives = WriteAlternatives(placement, places),
            SharedWith = sharedWith,
            Note = field.Prediction?.Note,
        };
    }

    // A yes or no, and a choice out of a list, may follow from the page without being printed.
    private static bool IsImplied(FieldTarget field) => field.Value.Kind == ScalarKind.Boolean || field.Schema is { Choices.Count: > 0 };

    private GroundedField WriteWithoutPlace(FieldTarget field, GroundingStatus status, ConfidenceBand band, double score) =>
        new(field.Path, field.Value, status, band, score, [])
        {
            Margin = status == GroundingStatus.Absent ? 1 : 0,
            Alternatives = modelBox.Of(field),
            Note = field.Prediction?.Note,
        };

    private IReadOnlyList<Alternative> WriteAlternatives(Placement placement, IReadOnlyList<Place> places) =>
        [
            .. placement
                .Candidates.Where(c => places.All(place => place.Key != c.Candidate.Place.Key))
                .Take(Limits.MaxAlternatives)
                .Select(c => new Alternative(boxes.Write(c.Candidate.Place), Math.Clamp(c.Score / 2, 0, 1), AlternativeSource.Words)),
        ];

    private static GroundingStatus StatusOf(MatchTier tier) =>
        tier switch
        {
            MatchTier.Exact or MatchTier.SubWord => GroundingStatus.Exact,
            MatchTier.Squeezed or MatchTier.Typed or MatchTier.Scattered => GroundingStatus.Normalized,
            _ => GroundingStatus.Fuzzy,
        };
}
