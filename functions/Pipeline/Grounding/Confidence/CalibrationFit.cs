namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Fits a calibration and measures it by cross-validation: every probability that thresholds and precisions are taken from
/// was computed by a model fitted without the example's document, and every band by thresholds taken from the other folds.
/// </summary>
/// <param name="Calibration">Models fitted on all examples, thresholds from the held-out probabilities.</param>
/// <param name="All">Held-out documents of all sets, values whose extractor says how sure it is.</param>
/// <param name="BySet">The same for each set.</param>
/// <param name="SetLeftOut">For each set, judged by a model that has seen no document of it, in the bands of the calibration.</param>
/// <param name="Unsupported">Held-out documents, values without a word of the extractor.</param>
public sealed record CalibrationFit(
    Calibration Calibration,
    HeldOutEvidence All,
    IReadOnlyDictionary<string, HeldOutEvidence> BySet,
    IReadOnlyDictionary<string, HeldOutEvidence> SetLeftOut,
    HeldOutEvidence? Unsupported
)
{
    private const int Folds = 5;
    private const double Unlocated = 0.2;
    private const double Inferred = 0.6;

    /// <summary>Fits on the examples; supported ones of at least two documents are needed, else it throws <see cref="ArgumentException"/>.</summary>
    public static CalibrationFit Of(IReadOnlyList<CalibrationExample> examples, string version)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var unsupported = examples.Where(e => e.Features is { HasSupport: false }).ToList();
        var supported = examples.Where(e => e.Features is not { HasSupport: false }).ToList();
        if (supported.Select(e => e.Document).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            throw new ArgumentException("A calibration is fitted on at least two documents.", nameof(examples));
        }

        var byDocument = HoldOut(supported, FoldsByDocument(supported));
        var bySet = HoldOut(supported, FoldsBySet(supported));
        var plain = unsupported.Count > 0 ? HoldOut(unsupported, FoldsByDocument(unsupported)) : [];
        var thresholds = BandThresholds.Of(byDocument);
        var calibration = new Calibration(
            version,
            Model(supported),
            unsupported.Count > 0 ? Model(unsupported) : new ConfidenceModel(0, []),
            thresholds.High,
            thresholds.Low,
            Unlocated,
            Inferred
        );
        return new CalibrationFit(
            calibration,
            HeldOutEvidence.Of(byDocument),
            Evidence(byDocument),
            Evidence(bySet.ConvertAll(j => j with { Band = thresholds.BandOf(j.Probability) })),
            plain.Count > 0 ? HeldOutEvidence.Of(plain) : null
        );
    }

    private static Dictionary<string, HeldOutEvidence> Evidence(List<JudgedExample> judged) =>
        judged
            .GroupBy(j => j.Example.Set, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => HeldOutEvidence.Of([.. g]), StringComparer.Ordinal);

    private static Dictionary<string, int> FoldsByDocument(List<CalibrationExample> examples) =>
        examples
            .Select(e => e.Document)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(d => d.Item, d => d.Index % Folds, StringComparer.Ordinal);

    private static Dictionary<string, int> FoldsBySet(List<CalibrationExample> examples)
    {
        var sets = examples.Select(e => e.Set).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return examples.DistinctBy(e => e.Document).ToDictionary(e => e.Document, e => sets.IndexOf(e.Set), StringComparer.Ordinal);
    }

    private static List<JudgedExample> HoldOut(List<CalibrationExample> examples, Dictionary<string, int> foldOf)
    {
        var folds = new List<List<JudgedExample>>();
        foreach (var fold in foldOf.Values.Distinct().Order())
        {
            var seen = examples.Where(e => foldOf[e.Document] != fold).ToList();
            var model = seen.Exists(e => e.Features is not null) ? Model(seen) : new ConfidenceModel(0, []);
            folds.Add([
                .. examples
                    .Where(e => foldOf[e.Document] == fold)
                    .Select(e => new JudgedExample(e, e.Features is { } features ? model.Probability(features) : Unlocated)),
            ]);
        }

        return [.. folds.SelectMany((fold, i) => Banded(fold, folds.Where((_, j) => j != i).SelectMany(other => other)))];
    }

    private static IEnumerable<JudgedExample> Banded(List<JudgedExample> fold, IEnumerable<JudgedExample> others)
    {
        var thresholds = BandThresholds.Of(others);
        return fold.Select(j => j with { Band = thresholds.BandOf(j.Probability) });
    }

    private static ConfidenceModel Model(List<CalibrationExample> examples) =>
        GradientBoosting.Fit(examples.Where(e => e.Features is not null).ToList());
}
