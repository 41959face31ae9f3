using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>An example with the probability that a model gave it which had not seen its document.</summary>
internal sealed record JudgedExample(CalibrationExample Example, double Probability)
{
    public ConfidenceBand Band { get; init; }
}
