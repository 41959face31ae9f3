using GroundedDocs.App.Evaluation.Boxes;
using GroundedDocs.App.Evaluation.Truth;
using GroundedDocs.Documents.Results;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Adds up how fields of one set were grounded in one scenario.</summary>
internal sealed class ScenarioScore
{
    private readonly List<double> overlaps = [];
    private readonly List<double> strict = [];
    private int all;
    private int boxed;
    private int high;

    public void Add(TruthField truth, GroundedField field)
    {
        all++;
        boxed += field.Boxes.Count > 0 ? 1 : 0;
        high += field.Boxes.Count > 0 && field.Confidence == ConfidenceBand.High ? 1 : 0;
        if (truth.Places.Count == 0)
        {
            return;
        }

        var overlap = truth.Places.Max(place => Overlap.Of([.. field.Boxes.Select(b => b.Region)], place));
        overlaps.Add(overlap);
        if (truth.StandsInOnePlace)
        {
            strict.Add(overlap);
        }
    }

    /// <summary>One line of the table of places.</summary>
    public string Places =>
        FormattableString.Invariant(
            $"{overlaps.Count} | {Share(overlaps):F4} | {Share(strict):F4} | {Overlap.MeanPrecision(overlaps, overlaps.Count) ?? 0:F3} | {(double)boxed / Math.Max(1, all):F4}"
        );

    /// <summary>One line of the table of foreign values: how many, the share with a box, how many are hi.</summary>
    public string Foreign => FormattableString.Invariant($"{all} | {(double)boxed / Math.Max(1, all):P2} | {high}");

    private static double Share(List<double> values) =>
        values.Count == 0 ? 1 : values.Count(v => v >= Overlap.Right) / (double)values.Count;
}
