using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Reading.Ink;

/// <summary>Tells patches of ink that may be letters by their size and shape.</summary>
internal static class LetterInk
{
    /// <summary>Letters under this height cannot be recognised.</summary>
    private const int SmallestLetterPixels = 7;

    /// <summary>Letters above this share of the page's height are drawings.</summary>
    private const double LargestLetterShare = 0.05;

    /// <summary>Pages and parts of pages that are less high, in pixels, are taken to be this high.</summary>
    private const int SmallestPage = 1600;

    /// <summary>Strokes longer than this many times their width are rules.</summary>
    private const double RuleRatio = 12;

    /// <summary>Whether a patch may be a letter.</summary>
    public static bool IsLetter(InkComponent component, PixelSize page)
    {
        var (width, height) = (component.Box.Width, component.Box.Height);
        return height >= SmallestLetterPixels
            && height <= Math.Max(page.Height, SmallestPage) * LargestLetterShare
            && width <= height * RuleRatio
            && height <= width * RuleRatio
            && component.PixelCount * 50 > width * height;
    }

    /// <summary>The median height of the letters of a page in pixels; 0 when there are none.</summary>
    public static double UsualHeight(IReadOnlyList<InkComponent> components, PixelSize page)
    {
        var heights = components.Where(component => IsLetter(component, page)).Select(component => component.Box.Height).Order().ToList();
        return heights.Count == 0 ? 0 : heights[heights.Count / 2];
    }
}
