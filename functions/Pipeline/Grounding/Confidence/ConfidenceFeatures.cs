using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>What the confidence of one field depends on. Every number lies in 0..1.</summary>
/// <param name="Tier">By which comparison the value was found.</param>
/// <param name="Fit">How well text and shape fit.</param>
/// <param name="Margin">Score above the runner-up.</param>
/// <param name="Label">How strongly the label announces the field.</param>
/// <param name="Ambiguity">0 with one candidate, growing towards 1 with their number.</param>
/// <param name="Reader">The lowest confidence of the reader among the words.</param>
/// <param name="PageQuality">Mean confidence of the reader over the page.</param>
/// <param name="Probability">The extractor's own probability; half when it says none.</param>
/// <param name="IsProbabilityKnown">Whether the extractor says a probability.</param>
/// <param name="TypeFits">Whether the value has the type its field asks for, and its check digits are right.</param>
/// <param name="ArithmeticAgrees">1 when the document's sums confirm the value, 0 when they contradict it, half when they say nothing.</param>
public readonly record struct ConfidenceFeatures(
    MatchTier Tier,
    double Fit,
    double Margin,
    double Label,
    double Ambiguity,
    double Reader,
    double PageQuality,
    double Probability,
    bool IsProbabilityKnown,
    bool TypeFits,
    double ArithmeticAgrees
)
{
    /// <summary>Names of the entries of <see cref="ToVector"/>, as the calibration file writes them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "bias",
        "squeezed",
        "typed",
        "scattered",
        "subWord",
        "fuzzy",
        "fit",
        "margin",
        "label",
        "ambiguity",
        "reader",
        "pageQuality",
        "probability",
        "probabilityKnown",
        "typeFits",
        "arithmetic",
    ];

    /// <summary>The features as numbers; the exact tier is the one without an entry of its own.</summary>
    public double[] ToVector() =>
        [
            1,
            Tier == MatchTier.Squeezed ? 1 : 0,
            Tier == MatchTier.Typed ? 1 : 0,
            Tier == MatchTier.Scattered ? 1 : 0,
            Tier == MatchTier.SubWord ? 1 : 0,
            Tier == MatchTier.Fuzzy ? 1 : 0,
            Fit,
            Margin,
            Label,
            Ambiguity,
            Reader,
            PageQuality,
            Probability,
            IsProbabilityKnown ? 1 : 0,
            TypeFits ? 1 : 0,
            ArithmeticAgrees,
        ];
}
