namespace GroundedDocs.Documents.Schemas;

/// <summary>An array whose elements all satisfy <paramref name="Items"/>.</summary>
public sealed record ArraySchema(string Name, string? Title, string? Description, bool IsNullable, SchemaNode Items)
    : SchemaNode(Name, Title, Description, IsNullable);
