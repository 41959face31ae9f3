using System.Text.Json;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.App.Evaluation.Truth;

/// <summary>A field as people know it.</summary>
/// <param name="Column">Its path with every index replaced by <c>[]</c>: rows may come in any order.</param>
/// <param name="Value">The value this entry stands for.</param>
/// <param name="AcceptedValues">Every value that counts as right.</param>
/// <param name="Places">Where it is printed: each place with one box a printed line, any of the places counts; empty when unknown.</param>
/// <param name="StandsInOnePlace">Whether the document prints it only once.</param>
internal sealed record TruthField(
    string Column,
    JsonElement Value,
    IReadOnlyList<JsonElement> AcceptedValues,
    IReadOnlyList<IReadOnlyList<PageRegion>> Places,
    bool StandsInOnePlace
)
{
    /// <summary>Its path as the set writes it, indices included.</summary>
    public string Path { get; init; } = Column;

    /// <summary>Whether the document has the field at all.</summary>
    public bool HasValue =>
        Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        && !(Value.ValueKind == JsonValueKind.String && Value.ValueEquals(""));
}
