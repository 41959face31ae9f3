namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>What kind of value a field's name asks for.</summary>
internal enum ValueKind
{
    /// <summary>The name does not say.</summary>
    Unknown,

    /// <summary>An amount or a count.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A number or code that names something.</summary>
    Code,

    /// <summary>A name or another text of letters.</summary>
    Name,
}
