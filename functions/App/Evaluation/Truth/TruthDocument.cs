using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.App.Evaluation.Truth;

/// <summary>What people know about a document.</summary>
/// <param name="Id">Its name within the set.</param>
/// <param name="Fields">Its fields, in the order of the set.</param>
/// <param name="Transcript">Words or lines as people transcribed them, with their places; empty where nobody did.</param>
internal sealed record TruthDocument(
    string Id,
    IReadOnlyList<TruthField> Fields,
    IReadOnlyList<(string Text, PageRegion Region)> Transcript
);
