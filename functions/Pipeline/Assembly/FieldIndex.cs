using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>Looks up the fields of a result by path, and how many elements each array has.</summary>
internal sealed class FieldIndex
{
    private readonly Dictionary<FieldPath, GroundedField> fields = [];
    private readonly Dictionary<FieldPath, int> elementCounts = [];
    private readonly HashSet<FieldPath> filled = [];

    public FieldIndex(GroundedDocument document)
    {
        foreach (var field in document.Fields)
        {
            fields[field.Path] = field;
            Register(field);
        }
    }

    /// <summary>The field at a path, or null.</summary>
    public GroundedField? At(FieldPath path) => fields.GetValueOrDefault(path);

    /// <summary>How many elements an array has.</summary>
    public int ElementCount(FieldPath array) => elementCounts.GetValueOrDefault(array);

    /// <summary>Whether any field below a path has a value.</summary>
    public bool HasValueBelow(FieldPath path) => filled.Contains(path);

    private void Register(GroundedField field)
    {
        var at = FieldPath.Root;
        foreach (var segment in field.Path.Segments)
        {
            if (segment.IsIndex)
            {
                elementCounts[at] = Math.Max(ElementCount(at), segment.Index + 1);
            }

            if (!field.Value.IsNull)
            {
                filled.Add(at);
            }

            at = segment.IsIndex ? at.Element(segment.Index) : at.Property(segment.Name!);
        }
    }
}
