using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Fits a calibration and measures its bands by cross-validation: every probability that thresholds and precisions are
/// taken from was computed by weights fitted without the example's document.
/// </summary>
/// <param name="Calibration">Weights fitted on all examples, thresholds from the held-out probabilities.</param>
/// <param name="Bands">How each band did on held-out documents.</param>
/// <param name="Auroc">Area under the ROC curve of the held-out probabilities.</param>
public sealed record CalibrationFit(Calibration Calibration, IReadOnlyDictionary<ConfidenceBand, BandEvidence> Bands, double Auroc)
{
    private const int Folds = 5;
    private const int MinBandCount = 60;

    // What the bands promise, with a little to spare.
    private const double HighPrecision = 0.985;
    private const double LowPrecision = 0.69;

    /// <summary>Fits on the examples; at least two documents are needed, else it throws <see cref="ArgumentException"/>.</summary>
    public static CalibrationFit Of(IReadOnlyList<CalibrationExample> examples, string version)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var groups = examples.Select(e => e.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (groups.Count < 2)
        {
            throw new ArgumentException("A calibration is fitted on at least two documents.", nameof(examples));
        }

        var foldOf = groups.Index().ToDictionary(g => g.Item, g => g.Index % Folds, StringComparer.Ordinal);
        var judged = new List<Judged>();
        for (var fold = 0; fold < Math.Min(Folds, groups.Count); fold++)
        {
            var held = Named(Weights(examples.Where(e => foldOf[e.Group] != fold)), version, 1, 0);
            judged.AddRange(examples.Where(e => foldOf[e.Group] == fold).Select(e => new Judged(held.Probability(e.Features), e)));
        }

        judged.Sort(static (a, b) => b.Probability.CompareTo(a.Probability));
        var calibration = Named(Weights(examples), version, HighThreshold(judged), LowThreshold(judged));
        return new CalibrationFit(calibration, Measure(judged, calibration), AreaUnderCurve(judged));
    }

    private static double[] Weights(IEnumerable<CalibrationExample> examples) =>
        LogisticRegression.Fit([.. examples.Select(e => (e.Features.ToVector(), e.IsRight, e.Weight))]);

    private static Calibration Named(double[] weights, string version, double high, double low) =>
        new(
            version,
            ConfidenceFeatures.Names.Zip(weights).ToDictionary(w => w.First, w => Math.Round(w.Second, 4), StringComparer.Ordinal),
            high,
            low,
            Calibration.Default.Unlocated,
            Calibration.Default.Inferred
        );

    // The lowest probability down to which the best examples are right often enough.
    private static double HighThreshold(List<Judged> judged)
    {
        var threshold = 1.0;
        var (right, all) = (0.0, 0.0);
        for (var i = 0; i < judged.Count; i++)
        {
            all += judged[i].Example.Weight;
            right += judged[i].Example.IsRight ? judged[i].Example.Weight : 0;
            if (i + 1 >= MinBandCount && right >= HighPrecision * all)
            {
                threshold = judged[i].Probability;
            }
        }

        return Math.Round(threshold, 4);
    }

    // The highest probability up to which the worst examples are wrong often enough.
    private static double LowThreshold(List<Judged> judged)
    {
        var threshold = 0.0;
        var (right, all) = (0.0, 0.0);
        for (var i = judged.Count - 1; i >= 0; i--)
        {
            all += judged[i].Example.Weight;
            right += judged[i].Example.IsRight ? judged[i].Example.Weight : 0;
            if (right <= LowPrecision * all)
            {
                threshold = judged[i].Probability;
            }
        }

        // What is more likely right than the band promises is not called low, however many worse ones there are.
        return Math.Round(Math.Min(threshold, LowPrecision), 4);
    }

    private static Dictionary<ConfidenceBand, BandEvidence> Measure(List<Judged> judged, Calibration calibration)
    {
        var total = judged.Sum(j => j.Example.Weight);
        return judged.GroupBy(j => calibration.BandOf(j.Probability)).ToDictionary(band => band.Key, band => Evidence([.. band], total));
    }

    private static BandEvidence Evidence(List<Judged> band, double total)
    {
        var weight = band.Sum(j => j.Example.Weight);
        var right = band.Where(j => j.Example.IsRight).Sum(j => j.Example.Weight);
        var bounds = WilsonInterval.Of(band.Count(j => j.Example.IsRight), band.Count);
        return new BandEvidence(
            Math.Round(weight / total, 4),
            Math.Round(right / weight, 4),
            Math.Round(bounds.Low, 4),
            Math.Round(bounds.High, 4),
            band.Count
        );
    }

    // Mann and Whitney's statistic with weights; the list is sorted from the most probable.
    private static double AreaUnderCurve(List<Judged> judged)
    {
        var (rightAbove, won, right, wrong) = (0.0, 0.0, 0.0, 0.0);
        foreach (var tied in judged.GroupBy(j => j.Probability))
        {
            var rightHere = tied.Where(j => j.Example.IsRight).Sum(j => j.Example.Weight);
            var wrongHere = tied.Where(j => !j.Example.IsRight).Sum(j => j.Example.Weight);
            won += wrongHere * (rightAbove + (rightHere / 2));
            rightAbove += rightHere;
            right += rightHere;
            wrong += wrongHere;
        }

        return right > 0 && wrong > 0 ? Math.Round(won / (right * wrong), 4) : 1;
    }

    private readonly record struct Judged(double Probability, CalibrationExample Example);
}
