namespace GroundedDocs.Documents.Schemas;

/// <summary>An object with named properties, in the schema's order.</summary>
public sealed record ObjectSchema(string Name, string? Title, string? Description, bool IsNullable, IReadOnlyList<SchemaNode> Properties)
    : SchemaNode(Name, Title, Description, IsNullable);
