using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Confidence;

namespace GroundedDocs.Pipeline.Grounding;

/// <summary>A grounded field with what its confidence was computed from.</summary>
/// <param name="Field">The field.</param>
/// <param name="Features">The features; null when the field was given no place, so that nothing was computed.</param>
public sealed record JudgedField(GroundedField Field, ConfidenceFeatures? Features);
