using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>
/// Finds check boxes whose mark sticks out, so that the patch of ink is larger than the square. A page draws its check boxes alike:
/// inside the patch a square is looked for that is as large as a plain one of the page.
/// </summary>
internal static class CrossedSquares
{
    /// <summary>Longest side of the patch, in sides of the square: a tick is seldom longer.</summary>
    private const double LargestPatch = 2.5;

    /// <summary>Marks stick out of small squares upwards and sideways; letters that hang together are much wider than high.</summary>
    private const double WidestLowPatch = 1.8;
    private const double LeastHighPatch = 1.3;

    /// <summary>Pixels by which a mark sticks out of a small square; less is the square itself.</summary>
    private const int LeastCrossing = 2;

    /// <summary>Ink outside the square as a share of that of its sides: a second square beside it has more.</summary>
    private const double MostOutside = 0.6;

    /// <summary>The same for small squares, whose marks are as thick as those of large ones.</summary>
    private const double MostOutsideSmall = 0.9;

    /// <summary>Share of each side that has to be inked for a place to be measured at all.</summary>
    private const double RoughSide = 0.7;

    /// <summary>The sides of small squares are a line somewhere in a band of two pixels.</summary>
    private const int SmallBand = 2;
    private const double RoughSmallSide = 0.45;

    /// <summary>A mark that fills its square leaves less white inside than any letter.</summary>
    private const double FilledShare = 0.8;

    /// <summary>The squares inside the patches that are none themselves.</summary>
    public static IEnumerable<SquareOutline> Find(InkMap ink, IReadOnlyList<InkComponent> components, IReadOnlyList<SquareOutline> plain)
    {
        if (plain.Count == 0)
        {
            return [];
        }

        // What only recognition saw may be a pixel or two off.
        var models = plain.Any(square => square.IsSquare) ? plain.Where(square => square.IsSquare) : plain;
        var model = models.OrderBy(square => square.Box.Width).ElementAt(models.Count() / 2);
        return components
            .Where(component => MayHold(ink, component, model))
            .Select(component => Best(ink, component, model))
            .OfType<SquareOutline>()
            .Where(outline => plain.All(square => !square.Box.Overlaps(outline.Box)));
    }

    // Among small print too much is as large as a small square.
    private static bool MayHold(InkMap ink, InkComponent component, SquareOutline model)
    {
        var (patch, square) = (component.Box, model.Box);
        return patch.Width >= square.Width
            && patch.Height >= square.Height
            && patch.Width <= square.Width * LargestPatch
            && patch.Height <= square.Height * LargestPatch
            && (!model.IsSmall || (IsMark(patch, square) && HasFreeSide(ink, patch)));
    }

    private static bool IsMark(PixelBox patch, PixelBox square) =>
        patch.Width <= square.Width * WidestLowPatch || patch.Height >= square.Height * LeastHighPatch;

    // A mark that sticks out may all but touch the label, but then there is nothing on the other side.
    private static bool HasFreeSide(InkMap ink, PixelBox patch)
    {
        var around = patch.Grown(patch.Width, 0, ink.Size);
        return ink.Count(around with { Right = patch.Left }) == 0 || ink.Count(around with { Left = patch.Right }) == 0;
    }

    private static SquareOutline? Best(InkMap ink, InkComponent patch, SquareOutline model)
    {
        var (best, most) = ((SquareOutline?)null, 0);
        foreach (var place in Places(patch.Box, model))
        {
            if (
                Sides(ink, place, model) is { } sides
                && sides > most
                && IsMostOf(ink, patch, place, sides, model)
                && Square(ink, patch.Box, place, model) is { } square
            )
            {
                (best, most) = (square, sides);
            }
        }

        return best;
    }

    private static SquareOutline? Square(InkMap ink, PixelBox patch, PixelBox place, SquareOutline model)
    {
        var outline = SquareOutline.Measure(ink, place, model.Border);
        var isFilled = ink.Share(place) >= FilledShare;
        if (!model.IsSmall)
        {
            return outline.IsSquare || (outline.IsComplete && isFilled) ? outline : null;
        }

        // Small letters are as square as small squares are, but are white inside.
        var isCrossed =
            Math.Max(patch.Width - place.Width, patch.Height - place.Height) >= LeastCrossing
            && CheckBoxMark.ShareOf(ink, outline) >= CheckBoxMark.FaintestCrossing;
        var isThere =
            place.Width == model.Box.Width && place.Height == model.Box.Height
                ? outline.IsComplete && (isFilled || (isCrossed && outline.IsSquare))
                : isCrossed && outline is { IsSquare: true, Completeness: 1 };
        return isThere ? outline with { Extent = patch } : null;
    }

    // Copying makes small squares of one size differ by a pixel.
    private static IEnumerable<PixelBox> Places(PixelBox patch, SquareOutline model)
    {
        var slack = model.IsSmall ? 1 : 0;
        return from width in Enumerable.Range(model.Box.Width - slack, 1 + (2 * slack))
            from height in Enumerable.Range(model.Box.Height - slack, 1 + (2 * slack))
            from top in Enumerable.Range(patch.Top, Math.Max(0, patch.Height - height + 1))
            from left in Enumerable.Range(patch.Left, Math.Max(0, patch.Width - width + 1))
            select new PixelBox(left, top, left + width, top + height);
    }

    private static int? Sides(InkMap ink, PixelBox place, SquareOutline model) =>
        model.IsSmall ? SquareSides.Ink(ink, place, SmallBand, RoughSmallSide) : SquareSides.Ink(ink, place, model.Border, RoughSide);

    private static bool IsMostOf(InkMap ink, InkComponent patch, PixelBox place, int sides, SquareOutline model) =>
        patch.PixelCount - ink.Count(place) <= sides * (model.IsSmall ? MostOutsideSmall : MostOutside);
}
