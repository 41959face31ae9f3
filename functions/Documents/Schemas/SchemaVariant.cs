namespace GroundedDocs.Documents.Schemas;

/// <summary>One non-null shape that a subschema allows.</summary>
/// <param name="Site">Where the shape is written.</param>
/// <param name="Type">Its JSON Schema type: <c>object</c>, <c>array</c>, <c>string</c>, <c>number</c>, <c>integer</c> or <c>boolean</c>.</param>
internal readonly record struct SchemaVariant(SchemaSite Site, string Type)
{
    /// <summary>Whether the shape is a leaf.</summary>
    public bool IsScalar => Type is not ("object" or "array");
}
