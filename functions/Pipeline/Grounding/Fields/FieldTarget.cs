using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Grounding.Fields;

/// <summary>A scalar field that wants its place.</summary>
/// <param name="Path">The field.</param>
/// <param name="Schema">The schema's leaf, or null when the schema does not know the field.</param>
/// <param name="Ancestors">The schema's named nodes above the leaf, outermost first.</param>
/// <param name="Prediction">What the extractor says, or null when it says nothing.</param>
internal sealed record FieldTarget(FieldPath Path, ScalarSchema? Schema, IReadOnlyList<SchemaNode> Ancestors, PredictedField? Prediction)
{
    public ScalarValue Value => Prediction?.Value ?? ScalarValue.Null;

    /// <summary>Whether the field is a cell of an array of objects.</summary>
    public bool IsCell { get; } = IsCellPath(Path);

    // items[2].price is a cell; party[1] is not: nothing else belongs to its row.
    private static bool IsCellPath(FieldPath path)
    {
        for (var i = 0; i + 1 < path.Segments.Count; i++)
        {
            if (path.Segments[i].IsIndex && !path.Segments[^1].IsIndex)
            {
                return true;
            }
        }

        return false;
    }
}
