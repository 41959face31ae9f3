namespace GroundedDocs.App.Evaluation.Bands;

/// <summary>What a confidence band is worth.</summary>
/// <param name="Band"><c>hi</c>, <c>med</c>, <c>low</c> or <c>none</c>.</param>
/// <param name="Share">Share of the answers in it, 0..1.</param>
/// <param name="Precision">Share of those that are right, 0..1.</param>
internal sealed record BandFigures(string Band, double Share, double Precision);
