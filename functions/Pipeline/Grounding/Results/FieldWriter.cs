using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Confidence;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Results;

/// <summary>Writes the results: boxes, status, score, evidence.</summary>
internal sealed class FieldWriter(DocumentIndex index, Calibration calibration, bool isFallback)
{
    private readonly BoxWriter boxes = new(index);
    private readonly FeatureExtractor features = new(index);

    public GroundedField Write(Placement placement, IReadOnlyList<FieldPath> sharedWith)
    {
        var field = placement.Field;
        if (field.Value.IsNull)
        {
            return new GroundedField(field.Path, field.Value, GroundingStatus.Absent, ConfidenceBand.High, 1, [])
            {
                Note = field.Prediction?.Note,
            };
        }

        if (placement.Chosen is not { } chosen)
        {
            return WriteUnlocated(field);
        }

        var alone = calibration.Probability(features.Of(placement, chosen));
        var weighed = SecondOpinion.Weigh(alone, field.Prediction?.Agreement ?? ReaderAgreement.Unknown);
        var score = SecondOpinion.Cap(weighed, isFallback, calibration.High);
        return new GroundedField(
            field.Path,
            field.Value,
            StatusOf(chosen.Candidate.Tier),
            calibration.BandOf(score),
            score,
            boxes.Write(chosen.Candidate.Place)
        )
        {
            Tier = chosen.Candidate.Tier,
            Margin = placement.Margin,
            CandidateCount = placement.Candidates.Count,
            Alternatives = WriteAlternatives(placement, chosen),
            SharedWith = sharedWith,
            Note = field.Prediction?.Note,
        };
    }

    private GroundedField WriteUnlocated(FieldTarget field) =>
        new(field.Path, field.Value, GroundingStatus.Unlocated, ConfidenceBand.Low, calibration.Unlocated, [])
        {
            Margin = 0,
            Alternatives = ModelBox(field),
            Note = field.Prediction?.Note,
        };

    // A model's own box that no text confirms is only ever an alternative.
    private static IReadOnlyList<Alternative> ModelBox(FieldTarget field)
    {
        if (field.Prediction is not { PageNumber: { } page, RoughBox: { IsDrawable: true } rough } || !rough.ClampedToPage().IsDrawable)
        {
            return [];
        }

        return [new Alternative([new GroundedBox(new PageRegion(page, rough.ClampedToPage()), "", 0)], 0, AlternativeSource.Model)];
    }

    private IReadOnlyList<Alternative> WriteAlternatives(Placement placement, FieldCandidate chosen) =>
        [
            .. placement
                .Candidates.Where(c => c.Candidate.Place.Key != chosen.Candidate.Place.Key)
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
