using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Grounding.Fields;

/// <summary>Lists all scalar fields: in the schema's order, arrays element by element, then what the schema does not know.</summary>
internal sealed class FieldCatalog
{
    private readonly Dictionary<FieldPath, PredictedField> predictions = [];
    private readonly Dictionary<FieldPath, int> elementCounts = [];
    private readonly List<FieldTarget> targets = [];
    private readonly HashSet<FieldPath> known = [];

    private FieldCatalog(Prediction prediction)
    {
        foreach (var field in prediction.Fields)
        {
            predictions.TryAdd(field.Path, field);
            CountElements(field.Path);
        }
    }

    public static IReadOnlyList<FieldTarget> Of(DocumentSchema schema, Prediction prediction)
    {
        var catalog = new FieldCatalog(prediction);
        catalog.Add(schema.Root, FieldPath.Root, []);
        foreach (var field in prediction.Fields)
        {
            if (catalog.known.Add(field.Path))
            {
                catalog.targets.Add(new FieldTarget(field.Path, null, [], field));
            }
        }

        return catalog.targets;
    }

    private void Add(SchemaNode node, FieldPath path, IReadOnlyList<SchemaNode> ancestors)
    {
        switch (node)
        {
            case ScalarSchema leaf:
                known.Add(path);
                targets.Add(new FieldTarget(path, leaf, ancestors, predictions.GetValueOrDefault(path)));
                break;
            case ObjectSchema parent:
                foreach (var property in parent.Properties)
                {
                    Add(property, path.Property(property.Name), parent.Name.Length > 0 ? [.. ancestors, parent] : ancestors);
                }

                break;
            case ArraySchema array:
                for (var i = 0; i < elementCounts.GetValueOrDefault(path); i++)
                {
                    Add(array.Items, path.Element(i), [.. ancestors, array]);
                }

                break;
        }
    }

    private void CountElements(FieldPath path)
    {
        var prefix = FieldPath.Root;
        foreach (var segment in path.Segments)
        {
            if (segment.IsIndex)
            {
                elementCounts[prefix] = Math.Max(elementCounts.GetValueOrDefault(prefix), segment.Index + 1);
            }

            prefix = segment.IsIndex ? prefix.Element(segment.Index) : prefix.Property(segment.Name!);
        }
    }
}
