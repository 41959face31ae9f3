namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>A label that a document may print beside a field's value.</summary>
/// <param name="Pieces">Its words in the form in which labels are compared, at least one.</param>
/// <param name="Weight">How surely it names this field, 0..1.</param>
internal sealed record LabelPhrase(IReadOnlyList<string> Pieces, double Weight)
{
    /// <summary>False for the label of another concept, whose value holds when this one is not printed.</summary>
    public bool IsOwn { get; init; } = true;
}
