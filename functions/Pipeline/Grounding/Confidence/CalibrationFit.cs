namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Fits a calibration and measures it by cross-validation: every probability that thresholds and precisions are taken from
/// was computed by a model fitted without the example's document, or without its whole family, and every band by thresholds taken from
/// the other folds.
/// </summary>
/// <param name="Calibration">Models fitted on all examples, thresholds from the held-out probabilities.</param>
/// <param name="All">Held-out documents of all sets whose families may have been seen, values whose extractor says how sure it is.</param>
/// <param name="Strange">Held-out documents of all sets whose families were not seen.</param>
/// <param name="StrangeBySet">The same for each set.</param>
/// <param name="SetLeftOut">For each set, judged by a model that has seen no document of it, in the bands of the calibration.</param>
/// <param name="Unsupported">Held-out families, values without a word of the extractor, in the bands of the calibration.</param>
public sealed record CalibrationFit(
    Calibration Calibration,
    HeldOutEvidence All,
    HeldOutEvidence Strange,
    IReadOnlyDictionary<string, HeldOutEvidence> StrangeBySet,
    IReadOnlyDictionary<string, HeldOutEvidence> SetLeftOut,
    HeldOutEvidence? Unsupported
)
{
    private const double Unlocated = 0.2;
    private const double Inferred = 0.6;

    /// <summary>Fits on the examples; supported ones of at least two families are needed, else it throws <see cref="ArgumentException"/>.</summary>
    public static CalibrationFit Of(IReadOnlyList<CalibrationExample> examples, string version)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var unsupported = examples.Where(e => e.Features is { HasSupport: false }).ToList();
        var supported = examples.Where(e => e.Features is not { HasSupport: false }).ToList();
        if (supported.Select(e => e.Family).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            throw new ArgumentException("A calibration is fitted on documents of at least two families.", nameof(examples));
        }

        var byDocument = HeldOut.Of(supported, Folds.Even(supported, e => e.Document), Model, Unlocated);
        var byFamily = HeldOut.Of(supported, Folds.Even(supported, e => e.Family), Model, Unlocated);
        var bySet = HeldOut.Of(supported, Folds.BySet(supported), Model, Unlocated);
        var plain = HeldOut.Of(unsupported, Folds.Even(unsupported, e => e.Family), Model, Unlocated);
        var thresholds = BandThresholds.Of(byDocument.Judged, byFamily.Judged);
        var strange = Banded(byFamily, byDocument, byFamily);
        var calibration = new Calibration(
            version,
            Model(supported),
            Model(unsupported),
            thresholds.High,
            thresholds.Low,
            Unlocated,
            Inferred
        );
        return new CalibrationFit(
            calibration,
            HeldOutEvidence.Of(Banded(byDocument, byDocument, byFamily)),
            HeldOutEvidence.Of(strange),
            Evidence(strange),
            Evidence(bySet.In(thresholds)),
            plain.Judged.Count > 0 ? HeldOutEvidence.Of(plain.In(thresholds)) : null
        );
    }

    // Each fold in the bands that the examples outside of it give.
    private static List<JudgedExample> Banded(HeldOut judged, HeldOut byDocument, HeldOut byFamily) =>
        [
            .. judged.ByFold.SelectMany(fold =>
            {
                var documents = fold.Select(e => e.Example.Document).ToHashSet(StringComparer.Ordinal);
                var others = BandThresholds.Of(byDocument.Without(documents), byFamily.Without(documents));
                return fold.Select(e => e.In(others));
            }),
        ];

    private static Dictionary<string, HeldOutEvidence> Evidence(List<JudgedExample> judged) =>
        judged
            .GroupBy(j => j.Example.Set, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => HeldOutEvidence.Of([.. g]), StringComparer.Ordinal);

    // A model that has seen nothing knows nothing.
    private static ConfidenceModel Model(IEnumerable<CalibrationExample> examples)
    {
        var located = examples.Where(e => e.Features is not null).ToList();
        return located.Count > 0 ? RandomizedTrees.Fit(located) : new ConfidenceModel([]);
    }
}
