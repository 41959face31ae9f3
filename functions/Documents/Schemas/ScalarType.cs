namespace GroundedDocs.Documents.Schemas;

/// <summary>The JSON type that a scalar field must have.</summary>
public enum ScalarType
{
    /// <summary>A string; also what a schema without a type gets.</summary>
    Text,

    /// <summary>Any number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,
}
