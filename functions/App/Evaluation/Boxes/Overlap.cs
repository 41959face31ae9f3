using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.App.Evaluation.Boxes;

/// <summary>How well answered boxes cover true ones.</summary>
internal static class Overlap
{
    /// <summary>From which overlap on a box counts as right.</summary>
    public const double Right = 0.5;

    /// <summary>
    /// Intersection over union of the boxes that enclose answer and truth on one page; of several pages the best, because a value
    /// that is printed on each page is right on any.
    /// </summary>
    public static double Of(IReadOnlyList<PageRegion> answer, IReadOnlyList<PageRegion> truth) =>
        truth.Select(region => region.PageNumber).Distinct().Max(page => OnPage(answer, truth, page), 0);

    /// <summary>Mean over the thresholds .50, .55 … .95 of the share of overlaps that reach it; null when there is nothing to share.</summary>
    public static double? MeanPrecision(IReadOnlyCollection<double> overlaps, int total)
    {
        if (total == 0)
        {
            return null;
        }

        var reached = Enumerable.Range(10, 10).Sum(step => overlaps.Count(overlap => overlap >= step * 5 / 100.0));
        return reached / (10.0 * total);
    }

    private static double OnPage(IReadOnlyList<PageRegion> answer, IReadOnlyList<PageRegion> truth, int page)
    {
        var answered = answer.Where(region => region.PageNumber == page).Select(region => region.Box).ToArray();
        return answered.Length == 0
            ? 0
            : BoundingBox
                .Enclosing(answered)
                .IntersectionOverUnion(
                    BoundingBox.Enclosing(truth.Where(region => region.PageNumber == page).Select(region => region.Box))
                );
    }

    private static double Max(this IEnumerable<int> pages, Func<int, double> overlap, double least) =>
        pages.Select(overlap).Append(least).Max();
}
