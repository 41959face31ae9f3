using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Grounding;

namespace GroundedDocs.Benchmarks.ModelGrounding;

/// <summary>Grounds as the product does, and keeps beside it what the model's own boxes alone would have given.</summary>
internal sealed class ComparingGrounder : IGrounder
{
    private readonly Grounder grounder = new();

    /// <summary>The last document with the model's own boxes, believed as they are.</summary>
    public GroundedDocument? WithModelBoxes { get; private set; }

    public GroundingOutcome Ground(DocumentLayout layout, DocumentSchema schema, Prediction prediction)
    {
        WithModelBoxes = new GroundedDocument([.. prediction.Fields.Select(Believe)], prediction.Provenance);
        return grounder.Ground(layout, schema, prediction);
    }

    private static GroundedField Believe(PredictedField field) =>
        new(
            field.Path,
            field.Value,
            field.RoughBox is null ? GroundingStatus.Unlocated : GroundingStatus.Exact,
            ConfidenceBand.Medium,
            field.Probability ?? 0.5,
            field is { RoughBox: { } box, PageNumber: { } page } ? [new GroundedBox(new PageRegion(page, box), field.Value.Text, 1)] : []
        );
}
