namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>A field of a document whose truth is known, to fit a calibration on.</summary>
/// <param name="Group">What may not be split over folds: the document.</param>
/// <param name="Features">What grounding saw.</param>
/// <param name="IsRight">Whether value and box are right.</param>
/// <param name="Weight">How much it counts, above 0; data sets of different sizes are evened out with it.</param>
public sealed record CalibrationExample(string Group, ConfidenceFeatures Features, bool IsRight, double Weight);
