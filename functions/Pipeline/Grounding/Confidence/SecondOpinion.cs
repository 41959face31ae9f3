using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// What a second extractor, and an extractor's standing in for a better one, change about a probability. The calibration is fitted
/// on single extractors; an independent opinion moves its odds by a likelihood ratio (Bayes). The ratios are set with care rather
/// than fitted: agreement by chance is rare, but a weaker second reader is often wrong where it disagrees.
/// </summary>
internal static class SecondOpinion
{
    private const double AgreedRatio = 4;
    private const double DisagreedRatio = 1 / 3.0;

    /// <summary>How far below <c>hi</c> such values end at most: a stand-in's never pass for the better extractor's.</summary>
    private const double FallbackDistance = 0.01;

    /// <summary>The probability after hearing the second opinion.</summary>
    public static double Weigh(double probability, ReaderAgreement agreement)
    {
        var ratio = agreement switch
        {
            ReaderAgreement.Agreed => AgreedRatio,
            ReaderAgreement.Disagreed => DisagreedRatio,
            _ => 1,
        };
        return probability * ratio / ((probability * ratio) + 1 - probability);
    }

    /// <summary>
    /// The probability after hearing how sure a model is of the characters it wrote, where that is all it says: the answer
    /// must both be read right and stand here.
    /// </summary>
    public static double Doubt(double probability, PredictedField? prediction) =>
        prediction is { Support: null, Probability: { } stated } ? probability * Math.Clamp(stated, 0, 1) : probability;

    /// <summary>The probability, kept below <c>hi</c> where the value is a stand-in's or was found by likeness alone.</summary>
    public static double Cap(double probability, bool isUncertain, double high) =>
        isUncertain ? Math.Min(probability, high - FallbackDistance) : probability;
}
