namespace GroundedDocs.Documents.Schemas;

/// <summary>A leaf: text, number or boolean.</summary>
/// <param name="Name">The property's name; empty for array items.</param>
/// <param name="Title">The schema's own title for it, if any.</param>
/// <param name="Description">What the schema says it is, if anything.</param>
/// <param name="IsNullable">Whether null satisfies the schema.</param>
/// <param name="Type">The JSON type.</param>
/// <param name="Format">The schema's <c>format</c> (<c>date</c>, <c>email</c>, …), if any.</param>
/// <param name="Choices">The values of <c>enum</c> or <c>const</c>, as text; empty when any value is allowed.</param>
public sealed record ScalarSchema(
    string Name,
    string? Title,
    string? Description,
    bool IsNullable,
    ScalarType Type,
    string? Format,
    IReadOnlyList<string> Choices
) : SchemaNode(Name, Title, Description, IsNullable)
{
    /// <summary>What else the schema demands of the value.</summary>
    public ScalarConstraints Constraints { get; init; } = ScalarConstraints.None;
}
