namespace GroundedDocs.Groundtruth.Truth;

/// <summary>Where something is printed: page from 1; x, y, w, h in 0..1 of the page as shown, from its top left, around the ink.</summary>
public sealed record TruthBox(int Page, double X, double Y, double W, double H);
