namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>A field of a document whose truth is known, to fit a calibration on.</summary>
/// <param name="Set">The data set it comes from.</param>
/// <param name="Document">The document.</param>
/// <param name="Family">Versions of one document, and forms filled in alike: a model that has seen one of them has seen them all.</param>
/// <param name="Features">What grounding saw; null when the value was found nowhere, so that its score is a constant.</param>
/// <param name="IsRight">Whether value and box are right.</param>
/// <param name="Weight">How much it counts, above 0; data sets of different sizes are evened out with it.</param>
public sealed record CalibrationExample(
    string Set,
    string Document,
    string Family,
    ConfidenceFeatures? Features,
    bool IsRight,
    double Weight
);
