namespace GroundedDocs.Groundtruth.Truth;

/// <summary>One printed word.</summary>
public sealed record TruthWord(int Page, string Text, double X, double Y, double W, double H);
