namespace GroundedDocs.Documents.Schemas;

/// <summary>One node of a caller's JSON Schema, with references resolved and both nullability dialects understood.</summary>
/// <param name="Name">The property's name; empty for the root and for array items.</param>
/// <param name="Title">The schema's own title for it, if any.</param>
/// <param name="Description">What the schema says it is, if anything.</param>
/// <param name="IsNullable">Whether null satisfies the schema.</param>
public abstract record SchemaNode(string Name, string? Title, string? Description, bool IsNullable);
