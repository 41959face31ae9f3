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

    /// <summary>Ink outside the square as a share of that of its sides: a second square beside it has more.</summary>
    private const double MostOutside = 0.6;

    /// <summary>Share of each side that has to be inked for a place to be measured at all.</summary>
    private const double RoughSide = 0.7;

    /// <summary>The squares inside the patches that are none themselves.</summary>
    public static IEnumerable<SquareOutline> Find(
        InkMap ink,
        IReadOnlyList<InkComponent> components,
        IReadOnlyList<SquareOutline> plain,
        double completeSide
    )
    {
        if (plain.Count == 0)
        {
            return [];
        }

        var model = plain.OrderBy(square => square.Box.Width).ElementAt(plain.Count / 2);
        return components
            .Where(component => MayHold(component.Box, model.Box) && plain.All(square => square.Box != component.Box))
            .Select(component => Best(ink, component, model) is { } box ? SquareOutline.Measure(ink, box) : null)
            .OfType<SquareOutline>()
            .Where(outline => outline.Completeness >= completeSide);
    }

    private static bool MayHold(PixelBox patch, PixelBox square) =>
        patch.Width >= square.Width
        && patch.Height >= square.Height
        && (patch.Width > square.Width || patch.Height > square.Height)
        && patch.Width <= square.Width * LargestPatch
        && patch.Height <= square.Height * LargestPatch;

    private static PixelBox? Best(InkMap ink, InkComponent patch, SquareOutline model)
    {
        var (best, most) = ((PixelBox?)null, 0);
        for (var top = patch.Box.Top; top + model.Box.Height <= patch.Box.Bottom; top++)
        {
            for (var left = patch.Box.Left; left + model.Box.Width <= patch.Box.Right; left++)
            {
                var place = new PixelBox(left, top, left + model.Box.Width, top + model.Box.Height);
                if (SideInk(ink, place, model.Border) is { } sides && sides > most && IsMostOf(ink, patch, place, sides))
                {
                    (best, most) = (place, sides);
                }
            }
        }

        return best;
    }

    private static bool IsMostOf(InkMap ink, InkComponent patch, PixelBox place, int sides) =>
        patch.PixelCount - ink.Count(place) <= sides * MostOutside;

    // The ink of the four sides; null when one of them is hardly there.
    private static int? SideInk(InkMap ink, PixelBox place, int border)
    {
        PixelBox[] sides =
        [
            place with
            {
                Bottom = place.Top + border,
            },
            place with
            {
                Top = place.Bottom - border,
            },
            place with
            {
                Right = place.Left + border,
            },
            place with
            {
                Left = place.Right - border,
            },
        ];
        var sum = 0;
        foreach (var side in sides)
        {
            var count = ink.Count(side);
            if (count < side.Width * side.Height * RoughSide)
            {
                return null;
            }

            sum += count;
        }

        return sum;
    }
}
