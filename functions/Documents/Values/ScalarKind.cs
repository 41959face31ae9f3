namespace GroundedDocs.Documents.Values;

/// <summary>The JSON kind of a scalar.</summary>
public enum ScalarKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A number, integer or not.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,
}
