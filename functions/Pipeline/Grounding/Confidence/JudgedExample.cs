using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>An example with the probability that a model gave it which had not seen its document.</summary>
internal sealed record JudgedExample(CalibrationExample Example, double Probability)
{
    public ConfidenceBand Band { get; init; }

    /// <summary>The same in the band that the thresholds put it in.</summary>
    public JudgedExample In(BandThresholds thresholds) => this with { Band = thresholds.BandOf(Probability) };
}
