namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Which features can only speak for a field, which only against it: no question of a tree may learn the opposite from chance.</summary>
internal static class FeatureDirection
{
    private static readonly HashSet<ConfidenceFeature> For =
    [
        ConfidenceFeature.Tier,
        ConfidenceFeature.Fit,
        ConfidenceFeature.Reader,
        ConfidenceFeature.WeakestCharacter,
        ConfidenceFeature.Probability,
        ConfidenceFeature.GroundsLabel,
        ConfidenceFeature.GroundsPlace,
        ConfidenceFeature.GroundsFit,
        ConfidenceFeature.GroundsMargin,
        ConfidenceFeature.GroundsRepeats,
        ConfidenceFeature.GroundsArithmetic,
        ConfidenceFeature.Label,
        ConfidenceFeature.LabelShare,
        ConfidenceFeature.Standing,
        ConfidenceFeature.KindFits,
        ConfidenceFeature.TypeFits,
        ConfidenceFeature.IsChecked,
        ConfidenceFeature.SumAgrees,
        ConfidenceFeature.RowAgrees,
        ConfidenceFeature.Alignment,
        ConfidenceFeature.ColumnKind,
        ConfidenceFeature.RowComplete,
    ];

    private static readonly HashSet<ConfidenceFeature> Against =
    [
        ConfidenceFeature.Contested,
        ConfidenceFeature.Garbled,
        ConfidenceFeature.OpenLeft,
        ConfidenceFeature.OpenRight,
        ConfidenceFeature.OpenBelow,
        ConfidenceFeature.Crowded,
        ConfidenceFeature.SaysLabel,
    ];

    /// <summary>1 for features that raise the odds, -1 for those that lower them, 0 where either may be.</summary>
    public static int Of(ConfidenceFeature feature) =>
        For.Contains(feature) ? 1
        : Against.Contains(feature) ? -1
        : 0;
}
