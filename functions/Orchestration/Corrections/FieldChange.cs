using GroundedDocs.Documents.Results;

namespace GroundedDocs.Orchestration.Corrections;

/// <summary>A field that somebody wants to change.</summary>
/// <param name="Path">Its path in the response, such as <c>items[2].total_price</c>.</param>
/// <param name="Before">The value that was seen, as JSON; null when there was no such field.</param>
/// <param name="After">The value it should have, as JSON; <c>null</c> as JSON for no value.</param>
/// <param name="Note">Why, in the corrector's words.</param>
public sealed record FieldChange(string Path, string? Before, string After, string? Note = null)
{
    /// <summary>Where the value stands, one box a printed line, as a person said; empty for nowhere, null when nobody said.</summary>
    public IReadOnlyList<GroundedBox>? Boxes { get; init; }
}
