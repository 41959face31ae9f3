using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>
/// Squares that text recognition read as such. It sees them where copying has broken their outline, and takes nothing else for one:
/// on scanned forms all of forty were check boxes.
/// </summary>
internal static class ReadSquares
{
    /// <summary>Longer side over shorter side; what is longer is a field to write into.</summary>
    private const double LargestAspect = 1.5;

    /// <summary>Lower ink is a bracket or a dash.</summary>
    private const int FewestPixels = 5;

    /// <summary>The outlines of the ink at places that were read as squares.</summary>
    public static IReadOnlyList<SquareOutline> Find(
        IReadOnlyList<BoundingBox> places,
        InkMap ink,
        IReadOnlyList<InkComponent> components
    ) =>
        [
            .. places
                .Select(place => Fit(PixelBox.From(place, ink.Size), ink, components))
                .OfType<PixelBox>()
                .Where(IsSquare)
                .Select(box => SquareOutline.Measure(ink, box) ?? SquareOutline.Measure(ink, box, 1)),
        ];

    // A whole outline is one patch of ink, which the edge of a letter beside it does not widen; a broken one is all the ink there.
    // What goes on far beyond the place is a field to write into, or the frame around it.
    private static PixelBox? Fit(PixelBox place, InkMap ink, IReadOnlyList<InkComponent> components)
    {
        var patches = components.Where(component => component.Box.Overlaps(place)).Select(component => component.Box).ToList();
        var side = Math.Max(place.Width, place.Height);
        var whole = patches.Where(patch => IsSquare(patch) && patch.Width <= side && patch.Width * 2 > side).ToList();
        return whole.Count > 0 ? whole.MaxBy(patch => patch.Width)
            : patches.Exists(patch => patch.Holds(place.CenterX, place.CenterY) && !IsSquare(patch)) ? null
            : ink.Tighten(place);
    }

    private static bool IsSquare(PixelBox box) =>
        Math.Min(box.Width, box.Height) >= FewestPixels
        && Math.Max(box.Width, box.Height) <= LargestAspect * Math.Min(box.Width, box.Height);
}
