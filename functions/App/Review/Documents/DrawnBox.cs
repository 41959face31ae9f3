using System.Globalization;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Results;

namespace GroundedDocs.App.Review.Documents;

/// <summary>The words inside a box that a person drew.</summary>
internal static class DrawnBox
{
    /// <summary>A word belongs to the box when at least this share of its area lies inside: hands are not exact.</summary>
    private const double LeastShare = 0.5;

    /// <summary>A box written <c>left,top,width,height</c> as shares of the upright page; null for anything else.</summary>
    public static BoundingBox? Parse(string? text)
    {
        var numbers = (text ?? "").Split(',');
        var edges = new double[4];
        if (numbers.Length != edges.Length)
        {
            return null;
        }

        for (var i = 0; i < edges.Length; i++)
        {
            if (!double.TryParse(numbers[i], NumberStyles.Float, CultureInfo.InvariantCulture, out edges[i]))
            {
                return null;
            }
        }

        var box = new BoundingBox(edges[0], edges[1], edges[2], edges[3]);
        return box.IsDrawable ? box : null;
    }

    /// <summary>The printed lines inside the box, tight around their words, in reading order.</summary>
    public static IReadOnlyList<GroundedBox> LinesIn(PageLayout page, BoundingBox drawn)
    {
        var lines = new List<GroundedBox>();
        foreach (var line in page.Lines)
        {
            var words = page.WordsOf(line).Where(word => IsInside(word.Box, drawn)).ToArray();
            if (words.Length > 0)
            {
                var region = new PageRegion(page.PageNumber, BoundingBox.Enclosing(words.Select(word => word.Box)));
                lines.Add(new GroundedBox(region, string.Join(' ', words.Select(word => word.Text)), words.Min(word => word.Confidence)));
            }
        }

        return lines;
    }

    private static bool IsInside(BoundingBox word, BoundingBox drawn) => word.Intersection(drawn).Area >= LeastShare * word.Area;
}
