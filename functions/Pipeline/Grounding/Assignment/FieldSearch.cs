using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Assignment;

/// <summary>Finds the places where fields may stand, and weighs them.</summary>
internal sealed class FieldSearch(DocumentIndex index, CandidateSearch search, CandidateScorer scorer, PrintedLabels printed)
{
    // Below this nothing that prints the value stands where the field's label says.
    private const double FarFromLabel = 0.3;

    // Words of another field's label are its value only where nothing else is.
    private const double OtherLabelCost = 0.2;

    /// <summary>The places of all fields, best first.</summary>
    public List<Placement> Find(IReadOnlyList<FieldTarget> fields, IReadOnlyList<FieldLabel> labels) =>
        [.. fields.Select((field, i) => Find(field, labels[i], (double)i / fields.Count))];

    private Placement Find(FieldTarget field, FieldLabel label, double rank)
    {
        var candidates = Candidates(field);
        var scored = scorer.Score(field, label, rank, candidates);
        if (MayBeMisread(field, label, scored))
        {
            scored = scorer.Score(field, label, rank, WithMisread(field, candidates));
        }

        var placement = new Placement(field, scored);
        if (!field.IsCell)
        {
            placement.Discourage(c => printed.AreOfAnother(label, c.Candidate.Place), OtherLabelCost);
        }

        return placement;
    }

    private IReadOnlyList<Candidate> Candidates(FieldTarget field)
    {
        if (field.Value.IsNull)
        {
            return [];
        }

        var candidates = search.Find(field.Value.Text, field.Value.Kind);
        return field.Prediction?.PrintedText is { Length: > 0 } text && text != field.Value.Text
            ? [.. search.Find(text, ScalarKind.Text).Concat(candidates).DistinctBy(c => c.Place.Key)]
            : candidates;
    }

    // The value is printed, but not beside the label, which is: what stands there may be the value misread.
    private bool MayBeMisread(FieldTarget field, FieldLabel label, IReadOnlyList<FieldCandidate> scored) =>
        !field.IsCell
        && field.Value.Kind != ScalarKind.Boolean
        && scored.Count > 0
        && index.HasRecognition
        && printed.Has(label)
        && scored.Max(c => c.Label) < FarFromLabel;

    private IReadOnlyList<Candidate> WithMisread(FieldTarget field, IReadOnlyList<Candidate> candidates) =>
        [.. candidates.Concat(search.FindMisread(field.Value.Text, field.Value.Kind)).DistinctBy(c => c.Place.Key)];
}
