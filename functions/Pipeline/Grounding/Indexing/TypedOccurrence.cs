namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>A date or number on a page.</summary>
/// <param name="Span">Its words.</param>
/// <param name="IsUsual">Whether it is read in the document's own locale.</param>
internal readonly record struct TypedOccurrence(FlowSpan Span, bool IsUsual)
{
    public string? Currency { get; init; }

    public bool IsPercent { get; init; }
}
