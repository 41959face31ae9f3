using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>One element of an array, as one window predicts it.</summary>
/// <param name="Fields">Its fields; one field with the element's own path where elements are scalars.</param>
/// <param name="Window">The index of its window, from 0.</param>
internal sealed record Row(IReadOnlyList<PredictedField> Fields, int Window)
{
    /// <summary>How many segments of a path lead to the element, its index included.</summary>
    public required int Depth { get; init; }

    /// <summary>The field's place inside the element.</summary>
    public string Column(PredictedField field) => string.Join('.', field.Path.Segments.Skip(Depth).Select(s => s.Name ?? "[]"));

    /// <summary>The field of a column, or null.</summary>
    public PredictedField? Cell(string column) => Fields.FirstOrDefault(f => Column(f) == column && !f.Value.IsNull);

    /// <summary>Its fields with another index.</summary>
    public IEnumerable<PredictedField> At(int index) => Fields.Select(f => f with { Path = Renumber(f.Path, index) });

    private FieldPath Renumber(FieldPath path, int index)
    {
        var renumbered = FieldPath.Root;
        foreach (var (segment, i) in path.Segments.Select((s, i) => (s, i)))
        {
            renumbered = !segment.IsIndex ? renumbered.Property(segment.Name!) : renumbered.Element(i == Depth - 1 ? index : segment.Index);
        }

        return renumbered;
    }
}
