using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Documents.Predictions;

/// <summary>One scalar value as an extractor claims it, before anybody has looked whether the page says so.</summary>
/// <param name="Path">The field.</param>
/// <param name="Value">The claimed value, in the schema's type.</param>
public sealed record PredictedField(FieldPath Path, ScalarValue Value)
{
    /// <summary>The text exactly as printed, where the extractor says it; null otherwise.</summary>
    public string? PrintedText { get; init; }

    /// <summary>The page the extractor saw it on, counted from 1; null when it does not say.</summary>
    public int? PageNumber { get; init; }

    /// <summary>A rough box from the extractor on <see cref="PageNumber"/>: a hint for grounding, never a result.</summary>
    public BoundingBox? RoughBox { get; init; }

    /// <summary>How sure the extractor is of the value, 0..1 (token probability of a model, score of a rule); null when unknown.</summary>
    public double? Probability { get; init; }

    /// <summary>What speaks for the value, where the extractor says it; null otherwise.</summary>
    public ValueSupport? Support { get; init; }

    /// <summary>What a second extractor, where one ran beside the first, says about the value.</summary>
    public ReaderAgreement Agreement { get; init; }

    /// <summary>Why the value is null or was changed (an answer in the wrong type, say); null otherwise. Never document text.</summary>
    public string? Note { get; init; }
}
