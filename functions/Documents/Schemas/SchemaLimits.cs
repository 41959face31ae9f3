namespace GroundedDocs.Documents.Schemas;

/// <summary>How large a caller's JSON Schema may be. The values are generous for people and small for attackers.</summary>
public static class SchemaLimits
{
    /// <summary>Bytes of the schema as UTF-8: a thousand fields with long descriptions fit in; prompts and storage rows stay small.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>Nesting of objects and arrays after references are followed: real documents need five; recursion stays shallow.</summary>
    public const int MaxDepth = 24;

    /// <summary>Scalar fields after references are followed: each one costs extraction and grounding work on every document.</summary>
    public const int MaxFields = 2_000;

    /// <summary>All nodes after references are followed, so that references to references cannot multiply without end.</summary>
    public const int MaxNodes = 5_000;

    /// <summary>Characters of a property's name: it becomes part of paths, row keys and labels.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Values of one <c>enum</c>: each is compared with the words of the page.</summary>
    public const int MaxChoices = 1_000;
}
