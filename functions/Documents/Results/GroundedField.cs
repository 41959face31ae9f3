using GroundedDocs.Documents.Values;

namespace GroundedDocs.Documents.Results;

/// <summary>A scalar field of the result: its value, where it is printed, and how sure we are.</summary>
/// <param name="Path">The field.</param>
/// <param name="Value">The value, in the schema's type.</param>
/// <param name="Status">How the value relates to what is printed.</param>
/// <param name="Confidence">The band of <paramref name="Score"/>, by calibration.</param>
/// <param name="Score">Calibrated probability, 0..1, that value and box are right.</param>
/// <param name="Boxes">Where it stands: one box a printed line, one occurrence a page; empty unless found.</param>
public sealed record GroundedField(
    FieldPath Path,
    ScalarValue Value,
    GroundingStatus Status,
    ConfidenceBand Confidence,
    double Score,
    IReadOnlyList<GroundedBox> Boxes
)
{
    /// <summary>By which comparison the words were found.</summary>
    public MatchTier Tier { get; init; }

    /// <summary>Distance of the chosen place's fit to that of the runner-up, 0..1; 1 without a runner-up.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>How many places on the document could be this value.</summary>
    public int CandidateCount { get; init; }

    /// <summary>Up to three other places, best first.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>Other fields that stand on the same words, because the document prints the value once for all of them.</summary>
    public IReadOnlyList<FieldPath> SharedWith { get; init; } = [];

    /// <summary>Why a part of the answer is missing or was changed (an invalid value set to null, say); null otherwise.</summary>
    public string? Note { get; init; }
}
