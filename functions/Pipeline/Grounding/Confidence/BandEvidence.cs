namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>How a band did on documents that it was not fitted on.</summary>
/// <param name="Share">Its share of all examples, 0..1, data sets evened out.</param>
/// <param name="Precision">How many of its examples are right, 0..1, data sets evened out.</param>
/// <param name="WilsonLow">Lower 95 % bound of the precision, from the plain counts.</param>
/// <param name="WilsonHigh">Upper bound.</param>
/// <param name="Count">How many examples it has.</param>
public sealed record BandEvidence(double Share, double Precision, double WilsonLow, double WilsonHigh, int Count);
