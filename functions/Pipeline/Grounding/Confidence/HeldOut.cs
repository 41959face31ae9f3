namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Examples with the probabilities that models gave them which had not seen their fold.</summary>
/// <param name="ByFold">The examples of each fold.</param>
internal sealed record HeldOut(IReadOnlyList<IReadOnlyList<JudgedExample>> ByFold)
{
    /// <summary>The examples of all folds.</summary>
    public IReadOnlyList<JudgedExample> Judged { get; } = [.. ByFold.SelectMany(fold => fold)];

    /// <summary>Fits a model without each fold and judges that fold by it; what was found nowhere gets a constant.</summary>
    public static HeldOut Of(
        IReadOnlyList<CalibrationExample> examples,
        Dictionary<string, int> foldOf,
        Func<IEnumerable<CalibrationExample>, ConfidenceModel> fit,
        double unlocated
    ) =>
        new([
            .. foldOf
                .Values.Distinct()
                .Order()
                .Select(fold =>
                {
                    var model = fit(examples.Where(e => foldOf[e.Document] != fold));
                    return examples
                        .Where(e => foldOf[e.Document] == fold)
                        .Select(e => new JudgedExample(e, e.Features is { } features ? model.Probability(features) : unlocated))
                        .ToList();
                }),
        ]);

    /// <summary>The examples of all folds in the bands that thresholds put them in.</summary>
    public List<JudgedExample> In(BandThresholds thresholds) => [.. Judged.Select(judged => judged.In(thresholds))];

    /// <summary>The examples of all other documents.</summary>
    public IEnumerable<JudgedExample> Without(IReadOnlySet<string> documents) =>
        Judged.Where(judged => !documents.Contains(judged.Example.Document));
}
