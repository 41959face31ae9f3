using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>
/// Weighs what speaks for a value into one probability: a logistic sum whose weights were fitted on one half of public sets of
/// receipts, invoices, orders, forms and contracts, and looked at on the other half. It is meant for ranking answers; how often a
/// value of some probability is right in a result is for the calibration of the confidence to say.
/// </summary>
internal static class SupportJudge
{
    private const double Bias = 0.49;
    private const double ScoreWeight = 3.0;
    private const double UsualScore = 0.7;
    private const double MarginWeight = 0.97;
    private const double RivalsWeight = -0.46;
    private const double RepeatsWeight = 1.01;
    private const double ArithmeticWeight = 0.52;
    private const double ReaderWeight = 1.32;
    private const double UsualReader = 0.75;
    private const double FitWeight = 4.4;
    private const double UsualFit = 0.9;

    // Cells have no rivals: their column, their row and their sums speak for them.
    private const double CellBias = 0.8;
    private const double CellGroundWeight = 0.15;
    private const double CellArithmeticWeight = 1.56;

    /// <summary>How likely a value with these grounds is right, 0..1.</summary>
    public static double Probability(ValueSupport support) =>
        1
        / (
            1
            + Math.Exp(
                -(support.Source is SupportSource.Cell or SupportSource.UnheadedCell ? OfCell(support) : OfScalar(support))
                    - OfSource(support.Source)
            )
        );

    private static double OfScalar(ValueSupport support) =>
        Bias
        + (ScoreWeight * (support.Score - UsualScore))
        + (MarginWeight * support.Margin)
        + (RivalsWeight * support.Rivals)
        + (RepeatsWeight * support.Repeats)
        + (ArithmeticWeight * (support.Arithmetic - 0.5))
        + (ReaderWeight * (support.Reader - UsualReader))
        + (FitWeight * (support.Fit - UsualFit));

    private static double OfCell(ValueSupport support) =>
        CellBias
        + (CellGroundWeight * (support.Label + support.Place + support.Margin))
        + (CellArithmeticWeight * (support.Arithmetic - 0.5));

    private static double OfSource(SupportSource source) =>
        source switch
        {
            SupportSource.FormField => -0.37,
            SupportSource.CheckBox => 0.73,
            SupportSource.Party => -1.43,
            SupportSource.Shape => 1.2,
            SupportSource.UnheadedCell => -0.48,
            SupportSource.Sentence => 0.24,
            _ => 0,
        };
}
