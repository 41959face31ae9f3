using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding;

/// <summary>What grounding found.</summary>
/// <param name="Document">Every field with its place, or an honest statement that it has none.</param>
/// <param name="RegionsToReadAgain">Regions where a missed value probably stands; reading them at a larger scale and grounding once more may find it.</param>
public sealed record GroundingOutcome(GroundedDocument Document, IReadOnlyList<PageRegion> RegionsToReadAgain)
{
    /// <summary>The fields in the document's order with what their confidence was computed from, to fit and explain calibrations.</summary>
    public IReadOnlyList<JudgedField> Judged { get; init; } = [];
}
