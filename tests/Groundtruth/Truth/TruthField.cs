using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GroundedDocs.Groundtruth.Truth;

/// <summary>What a field of a sample must come out as.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Value">Its value; null when the document does not have it.</param>
/// <param name="Boxes">Its main place, one box a printed line.</param>
/// <param name="AltBoxes">Further places that print the same value for the same reason; null when there are none.</param>
public sealed record TruthField(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonValue? Value,
    IReadOnlyList<TruthBox> Boxes,
    [property: JsonPropertyName("alt_boxes")] IReadOnlyList<IReadOnlyList<TruthBox>>? AltBoxes
);
