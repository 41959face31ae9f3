using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Confidence;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;
using GroundedDocs.Pipeline.Grounding.Refinement;
using GroundedDocs.Pipeline.Grounding.Results;
using GroundedDocs.Pipeline.Grounding.Rows;

namespace GroundedDocs.Pipeline.Grounding;

/// <summary>The grounding engine: candidates for each value, one assignment over the whole document, evidence for each field.</summary>
public sealed class Grounder(Calibration calibration) : IGrounder
{
    /// <summary>A grounder with the calibration that comes with the product.</summary>
    public Grounder()
        : this(Calibration.Default) { }

    /// <inheritdoc/>
    public GroundingOutcome Ground(DocumentLayout layout, DocumentSchema schema, Prediction prediction)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(prediction);
        var index = DocumentIndex.Build(layout);
        var fields = FieldCatalog.Of(schema, prediction);
        var labels = FieldLabel.OfAll(fields);
        var vocabulary = LabelVocabulary.Build(index, labels);
        var proximity = new LabelProximity(index, vocabulary);
        var typed = TypedIndex.Build(index);
        var search = new FieldSearch(
            index,
            new CandidateSearch(index, typed, TimesWanted(fields)),
            new CandidateScorer(index, proximity),
            new PrintedLabels(index, vocabulary, labels)
        );
        var placements = search.Find(fields, labels);
        Assign(index, placements);
        var features = new FeatureExtractor(index, typed, new Rivals(index, typed, proximity), vocabulary, labels, placements);
        var judged = Write(new FieldWriter(index, features, calibration, prediction.Provenance.IsFallback), placements, labels);
        var again = new RereadRequests(index, vocabulary).For(placements, labels);
        return new GroundingOutcome(new GroundedDocument([.. judged.Select(j => j.Field)], prediction.Provenance), again)
        {
            Judged = judged,
        };
    }

    private static Dictionary<(string Text, ScalarKind Kind), int> TimesWanted(IReadOnlyList<FieldTarget> fields) =>
        fields
            .Where(field => !field.Value.IsNull)
            .GroupBy(field => (field.Value.Text, field.Value.Kind))
            .ToDictionary(group => group.Key, group => group.Count());

    // Tables first: their order says more than any label. Then single fields, and those that remain uncertain once more.
    private static void Assign(DocumentIndex index, List<Placement> placements)
    {
        new TableAssignment(index).Solve(placements);
        TakenWords.Discourage(placements);
        ScalarAssignment.Solve(placements.Where(p => p.Chosen is null));
        OverlappingPlaces.Discourage(placements);
        new Coherence(index).Reconsider(placements);
        ScalarAssignment.Solve(placements.Where(p => !p.Field.IsCell));
        SameNameOrder.Restore(placements);
    }

    private static IReadOnlyList<JudgedField> Write(FieldWriter writer, List<Placement> placements, IReadOnlyList<FieldLabel> labels)
    {
        var owners = placements.Where(p => p.Chosen is not null).ToLookup(p => p.Chosen!.Candidate.Place.Key, p => p.Field.Path);
        return [.. placements.Select((p, i) => writer.Write(p, labels[i], SharedWith(p, owners)))];
    }

    private static IReadOnlyList<FieldPath> SharedWith(Placement placement, ILookup<PlaceKey, FieldPath> owners) =>
        placement.Chosen is { } chosen ? [.. owners[chosen.Candidate.Place.Key].Where(path => !path.Equals(placement.Field.Path))] : [];
}
