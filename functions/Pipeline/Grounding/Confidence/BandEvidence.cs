namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>How a band did on documents that neither its weights nor its thresholds were fitted on.</summary>
/// <param name="Share">Its share of all answers, 0..1.</param>
/// <param name="Precision">How many of its answers are right, 0..1.</param>
/// <param name="WilsonLow">Lower 95 % bound of the precision.</param>
/// <param name="WilsonHigh">Upper bound.</param>
/// <param name="Count">How many answers it has.</param>
public sealed record BandEvidence(double Share, double Precision, double WilsonLow, double WilsonHigh, int Count);
