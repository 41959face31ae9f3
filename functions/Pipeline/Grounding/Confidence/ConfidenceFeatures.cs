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
/// <param name="KindFits">1 when the value is of the kind the field's name asks for, 0 when not, half when the name does not say.</param>
/// <param name="Standing">1 when no other date or number is announced better by the field's label, less when one is, half when there is none.</param>
/// <param name="SumAgrees">1 when a sum over the document's numbers confirms the value, else 0.</param>
/// <param name="Shape">What the value looks like.</param>
/// <param name="IsCell">Whether the field is a cell of a table.</param>
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
    double KindFits,
    double Standing,
    double SumAgrees,
    ValueShape Shape,
    bool IsCell
)
{
    /// <summary>Names of the entries of <see cref="ToVector"/>, as the calibration file writes them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Basic, .. Basic.Select(name => $"known.{name}")];

    private static string[] Basic =>
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
            "typeFits",
            "kindFits",
            "standing",
            "sumAgrees",
            "cell",
            "labelAndProbability",
            "kindAndStanding",
            "date",
            "number",
            "code",
            "checked",
            "length",
            "lines",
            "dateAsAsked",
            "soleAndAsked",
        ];

    /// <summary>
    /// The features as numbers; the exact tier is the one without an entry of its own. Extractors that state a probability
    /// err in other ways than those that do not, so each kind has weights of its own: the other half of the vector is 0.
    /// </summary>
    public double[] ToVector()
    {
        var basic = Numbers();
        var vector = new double[2 * basic.Length];
        basic.CopyTo(vector, IsProbabilityKnown ? basic.Length : 0);
        return vector;
    }

    private double[] Numbers() =>
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
            TypeFits ? 1 : 0,
            KindFits,
            Standing,
            SumAgrees,
            IsCell ? 1 : 0,
            Label * Probability,
            KindFits * Standing,
            Shape.IsDate ? 1 : 0,
            Shape.IsNumber ? 1 : 0,
            Shape.IsCode ? 1 : 0,
            Shape.IsChecked ? 1 : 0,
            Shape.Length,
            Shape.Lines,
            Shape.IsDate && KindFits > 0.5 ? Standing : 0,
            KindFits * (1 - Ambiguity),
        ];
}
