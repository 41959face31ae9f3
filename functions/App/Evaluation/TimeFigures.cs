namespace GroundedDocs.App.Evaluation;

/// <summary>Time per document in milliseconds.</summary>
internal sealed record TimeFigures(double Median, double Percentile95)
{
    /// <summary>Null without measurements.</summary>
    public static TimeFigures? Of(IReadOnlyCollection<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? null : new TimeFigures(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.95)]);
    }
}
