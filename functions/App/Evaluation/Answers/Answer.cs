using System.Text.Json;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.App.Evaluation.Answers;

/// <summary>A scalar of a result, as a caller sees it.</summary>
/// <param name="Column">Its path with every index replaced by <c>[]</c>.</param>
/// <param name="Value">Its value; never null.</param>
/// <param name="Boxes">Its boxes; empty when there are none.</param>
/// <param name="Confidence"><c>hi</c>, <c>med</c>, <c>low</c>, or <c>none</c> when the result does not say.</param>
/// <param name="Score">How sure the result is, 0..1, for ranking.</param>
internal sealed record Answer(string Column, JsonElement Value, IReadOnlyList<PageRegion> Boxes, string Confidence, double Score);
