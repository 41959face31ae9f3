namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>A date or number on a page.</summary>
/// <param name="Span">Its words.</param>
/// <param name="IsUsual">Whether it is read in the document's own locale.</param>
internal readonly record struct TypedOccurrence(FlowSpan Span, bool IsUsual)
{
    /// <summary>The number, where it is one, as the document's locale reads it.</summary>
    public decimal? Number { get; init; }

    public string? Currency { get; init; }

    public bool IsPercent { get; init; }
}
