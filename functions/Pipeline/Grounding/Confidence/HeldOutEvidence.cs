using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>How well held-out scores rank answers, and what the bands are worth.</summary>
/// <param name="Answers">Answers judged.</param>
/// <param name="Documents">Documents they come from.</param>
/// <param name="Right">Share of right answers, 0..1.</param>
/// <param name="Auroc">Area under the ROC curve: how often a right answer scores higher than a wrong one. 1 when there is nothing to rank.</param>
/// <param name="Aurc">Area under the risk-coverage curve: mean error of the best-scored answers over all shares of them; lower is better.</param>
/// <param name="Bands">How each band did.</param>
public sealed record HeldOutEvidence(
    int Answers,
    int Documents,
    double Right,
    double Auroc,
    double Aurc,
    IReadOnlyDictionary<ConfidenceBand, BandEvidence> Bands
)
{
    private const int Digits = 4;

    internal static HeldOutEvidence Of(IReadOnlyList<JudgedExample> judged)
    {
        var sorted = judged.OrderByDescending(j => j.Probability).ToList();
        return new HeldOutEvidence(
            judged.Count,
            judged.Select(j => j.Example.Document).Distinct(StringComparer.Ordinal).Count(),
            Math.Round(judged.Count(j => j.Example.IsRight) / (double)judged.Count, Digits),
            Math.Round(RocArea(sorted), Digits),
            Math.Round(RiskArea(sorted), Digits),
            judged.GroupBy(j => j.Band).OrderByDescending(b => b.Key).ToDictionary(b => b.Key, b => Evidence([.. b], judged.Count))
        );
    }

    private static BandEvidence Evidence(List<JudgedExample> band, int total)
    {
        var right = band.Count(j => j.Example.IsRight);
        var bounds = WilsonInterval.Of(right, band.Count);
        return new BandEvidence(
            Math.Round(band.Count / (double)total, Digits),
            Math.Round(right / (double)band.Count, Digits),
            Math.Round(bounds.Low, Digits),
            Math.Round(bounds.High, Digits),
            band.Count
        );
    }

    // Mann and Whitney's statistic; ties count half.
    private static double RocArea(List<JudgedExample> sorted)
    {
        var (rightAbove, won, right, wrong) = (0.0, 0.0, 0.0, 0.0);
        foreach (var tied in sorted.GroupBy(j => j.Probability))
        {
            var rightHere = tied.Count(j => j.Example.IsRight);
            var wrongHere = tied.Count() - rightHere;
            won += wrongHere * (rightAbove + (rightHere / 2.0));
            rightAbove += rightHere;
            right += rightHere;
            wrong += wrongHere;
        }

        return right > 0 && wrong > 0 ? won / (right * wrong) : 1;
    }

    private static double RiskArea(List<JudgedExample> sorted)
    {
        var (wrong, area) = (0, 0.0);
        for (var i = 0; i < sorted.Count; i++)
        {
            wrong += sorted[i].Example.IsRight ? 0 : 1;
            area += wrong / (i + 1.0);
        }

        return sorted.Count > 0 ? area / sorted.Count : 0;
    }
}
