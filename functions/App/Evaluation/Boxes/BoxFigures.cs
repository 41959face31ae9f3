namespace GroundedDocs.App.Evaluation.Boxes;

/// <summary>How well boxes fit, over fields whose value is right and whose place is known.</summary>
/// <param name="Count">How many fields.</param>
/// <param name="AtHalf">Share with an overlap of at least 0.5; null without fields.</param>
/// <param name="AtThird">Share with an overlap of at least 0.3; null without fields.</param>
/// <param name="Mean">Mean overlap; null without fields.</param>
internal sealed record BoxFigures(int Count, double? AtHalf, double? AtThird, double? Mean)
{
    private const double Loose = 0.3;

    public static BoxFigures Of(IReadOnlyCollection<double> overlaps) =>
        overlaps.Count == 0
            ? new BoxFigures(0, null, null, null)
            : new BoxFigures(
                overlaps.Count,
                overlaps.Average(overlap => overlap >= Overlap.Right ? 1.0 : 0),
                overlaps.Average(overlap => overlap >= Loose ? 1.0 : 0),
                overlaps.Average()
            );
}
