using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>From which probability on a field is <c>hi</c>, and below which it is <c>low</c>.</summary>
internal readonly record struct BandThresholds(double High, double Low)
{
    // What hi promises: as the lower Wilson bound on other documents, and as measured on documents of families that no fit has seen,
    // which are most of its users'.
    private const double HighPrecision = 0.98;
    private const double LowPrecision = 0.69;
    private const double Never = 1.1;
    private const int MinBandCount = 50;

    public ConfidenceBand BandOf(double probability) =>
        probability >= High ? ConfidenceBand.High
        : probability < Low ? ConfidenceBand.Low
        : ConfidenceBand.Medium;

    /// <summary>The thresholds that keep the promises.</summary>
    /// <param name="akin">Documents whose families may have been seen.</param>
    /// <param name="strange">Documents of families that were not.</param>
    public static BandThresholds Of(IEnumerable<JudgedExample> akin, IEnumerable<JudgedExample> strange)
    {
        var sorted = Sorted(akin);
        var high = Math.Max(
            Highest(sorted, (right, all) => WilsonInterval.Of(right, all).Low >= HighPrecision),
            Highest(Sorted(strange), (right, all) => right >= HighPrecision * all)
        );
        return new BandThresholds(high, Lowest(sorted));
    }

    private static List<JudgedExample> Sorted(IEnumerable<JudgedExample> judged) => [.. judged.OrderByDescending(j => j.Probability)];

    // The lowest probability down to which the best examples are right often enough.
    private static double Highest(List<JudgedExample> sorted, Func<int, int, bool> isEnough)
    {
        var threshold = Never;
        var right = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            right += sorted[i].Example.IsRight ? 1 : 0;
            if (i + 1 >= MinBandCount && isEnough(right, i + 1))
            {
                threshold = sorted[i].Probability;
            }
        }

        return Math.Round(threshold, 4);
    }

    // The highest probability up to which the worst examples are wrong often enough; what is more likely right than the
    // band promises is not called low, however many worse ones there are.
    private static double Lowest(List<JudgedExample> sorted)
    {
        var threshold = 0.0;
        var (right, all) = (0, 0);
        for (var i = sorted.Count - 1; i >= 0; i--)
        {
            all++;
            right += sorted[i].Example.IsRight ? 1 : 0;
            if (right <= LowPrecision * all)
            {
                threshold = sorted[i].Probability;
            }
        }

        return Math.Round(Math.Min(threshold, LowPrecision), 4);
    }
}
