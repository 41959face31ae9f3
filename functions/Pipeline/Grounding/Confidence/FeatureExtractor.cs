using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Computes the features of a field that was given a place.</summary>
internal sealed class FeatureExtractor(DocumentIndex index, Rivals rivals, Sums sums)
{
    private readonly double[] pageQuality = QualityOfPages(index);

    public ConfidenceFeatures Of(Placement placement, FieldLabel label, FieldCandidate chosen)
    {
        var value = ValuePattern.Of(placement.Field.Value.Text, placement.Field.Value.Kind);
        var probability = placement.Field.Prediction?.Probability;
        return new ConfidenceFeatures(
            chosen.Candidate.Tier,
            chosen.Candidate.Fit,
            placement.Margin,
            chosen.Label,
            1 - (1.0 / Math.Max(1, placement.Candidates.Count)),
            ReaderConfidence(chosen),
            pageQuality[chosen.Candidate.PageIndex],
            Math.Clamp(probability ?? 0.5, 0, 1),
            probability is not null,
            TypeFits(placement.Field),
            ExpectedKind.Fits(placement.Field, value),
            placement.Field.IsCell ? 0.5 : rivals.Standing(label, value, chosen),
            sums.Confirm(value) ? 1 : 0,
            ValueShape.Of(value, LineCount(chosen.Candidate.Place)),
            placement.Field.IsCell
        );
    }

    private double ReaderConfidence(FieldCandidate chosen)
    {
        var place = chosen.Candidate.Place;
        var lowest = place.CheckBox >= 0 ? index.CheckBoxes[place.CheckBox].Source.Confidence : 1;
        foreach (var word in place.Words)
        {
            lowest = Math.Min(lowest, index.Words[word].Source.Confidence);
        }

        return double.IsFinite(lowest) ? Math.Clamp(lowest, 0, 1) : 0;
    }

    private int LineCount(Place place) => Math.Max(1, place.Words.Select(word => index.Words[word].Row).Distinct().Count());

    private static bool TypeFits(FieldTarget field)
    {
        var text = field.Value.Text;
        return field.Schema?.Format switch
        {
            "date" => DateReader.Read(text) is not null,
            "email" => text.Contains('@', StringComparison.Ordinal),
            _ => IdentifierReader.LooksLikeIban(text) is null || IdentifierReader.Iban(text) is not null,
        };
    }

    private static double[] QualityOfPages(DocumentIndex index)
    {
        var sums = new double[index.PageCount];
        var counts = new int[index.PageCount];
        foreach (var word in index.Words)
        {
            sums[word.PageIndex] += double.IsFinite(word.Source.Confidence) ? Math.Clamp(word.Source.Confidence, 0, 1) : 0;
            counts[word.PageIndex]++;
        }

        return [.. sums.Select((sum, i) => counts[i] > 0 ? sum / counts[i] : 1)];
    }
}
