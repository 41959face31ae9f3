namespace GroundedDocs.Documents.Results;

/// <summary>Who proposes an alternative place for a value.</summary>
public enum AlternativeSource
{
    /// <summary>The same or a similar value is printed there.</summary>
    Words,

    /// <summary>The model pointed there, but no text confirms it.</summary>
    Model,
}
