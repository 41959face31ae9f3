using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>
/// Measures distances on a page in heights of its usual line, so that nothing depends on the size of the page, the
/// scale of the print or its place.
/// </summary>
/// <param name="LineHeight">Median height of the page's words, as a share of the page's height.</param>
/// <param name="Aspect">Width of the page divided by its height.</param>
internal readonly record struct PageScale(double LineHeight, double Aspect)
{
    public static PageScale Of(PageLayout page, List<Word> words)
    {
        var aspect = page.Size.Width > 0 && page.Size.Height > 0 ? (double)page.Size.Width / page.Size.Height : 1;
        if (words.Count == 0)
        {
            return new PageScale(0.01, aspect);
        }

        var heights = new double[words.Count];
        for (var i = 0; i < heights.Length; i++)
        {
            heights[i] = words[i].Box.Height;
        }

        Array.Sort(heights);
        return new PageScale(heights[heights.Length / 2], aspect);
    }

    /// <summary>A horizontal length, a share of the page's width, in line heights.</summary>
    public double Across(double width) => width * Aspect / LineHeight;

    /// <summary>A vertical length, a share of the page's height, in line heights.</summary>
    public double Down(double height) => height / LineHeight;

    /// <summary>The empty space from the right edge of one box to the left edge of another, in line heights; negative when they overlap.</summary>
    public double GapAcross(BoundingBox left, BoundingBox right) => Across(right.Left - left.Right);

    /// <summary>The empty space from the bottom of one box to the top of another, in line heights; negative when they overlap.</summary>
    public double GapDown(BoundingBox upper, BoundingBox lower) => Down(lower.Top - upper.Bottom);
}
