namespace GroundedDocs.Documents.Values;

/// <summary>One step of a <see cref="FieldPath"/>: a property's name, or an element's index from 0.</summary>
/// <param name="Name">The property, or null when the step is an index.</param>
/// <param name="Index">The element, from 0; meaningless when the step is a name.</param>
public readonly record struct FieldPathSegment(string? Name, int Index)
{
    /// <summary>Whether the step goes to an element of an array.</summary>
    public bool IsIndex => Name is null;
}
