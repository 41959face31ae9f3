namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>A thing that business documents print under many labels.</summary>
/// <param name="Id">Its own name, for code and fallbacks.</param>
/// <param name="Kind">What sort of value it has.</param>
/// <param name="Names">How schemas call it.</param>
/// <param name="Labels">How documents call it, the most telling label of each language first.</param>
internal sealed record Concept(string Id, ValueKind Kind, IReadOnlyList<string> Names, IReadOnlyList<string> Labels)
{
    /// <summary>Concepts whose value holds when this one is not printed: what is due is the total, when nothing was paid.</summary>
    public IReadOnlyList<string> Fallback { get; init; } = [];

    /// <summary>Whether tables have a column of it.</summary>
    public bool IsColumn { get; init; }

    /// <summary>Words beside a label that make it the label of something else.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];
}
