namespace GroundedDocs.Documents.Predictions;

/// <summary>
/// All values that an extractor claims for one window, or after assembly for the whole document. Fields that are not
/// listed are null. Array elements are numbered from 0 without gaps, in reading order.
/// </summary>
public sealed record Prediction(IReadOnlyList<PredictedField> Fields, Provenance Provenance)
{
    /// <summary>What it cost at the model's server; nothing for extractors that run in process.</summary>
    public ModelUsage Usage { get; init; }
}
