namespace GroundedDocs.Documents.Schemas;

/// <summary>What to extract from a document.</summary>
/// <param name="Root">The fields.</param>
/// <param name="Json">The JSON Schema as the caller gave it.</param>
/// <param name="Hash">The first 8 hexadecimal digits of the SHA-256 of the key-sorted JSON: equal schemas, equal hash.</param>
public sealed record DocumentSchema(ObjectSchema Root, string Json, string Hash);
