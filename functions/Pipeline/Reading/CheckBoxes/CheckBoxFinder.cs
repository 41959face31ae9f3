using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>
/// Finds drawn check boxes on a page: patches of ink whose outline is a thin, complete, straight-sided square standing alone.
/// Cells of a table hang together and make one big patch; letters have round or missing sides.
/// </summary>
internal static class CheckBoxFinder
{
    /// <summary>Side of a check box as a share of the page's longer side: 1.8 to 9 mm on A4.</summary>
    private const double SmallestSide = 0.006;
    private const double LargestSide = 0.03;

    /// <summary>Sides shorter than this show no inside.</summary>
    private const int FewestPixels = 8;

    /// <summary>Longer side over shorter side.</summary>
    private const double LargestAspect = 1.25;

    /// <summary>Boxes in a row, touching or nearly so, from which on they are a comb for single characters.</summary>
    private const int FewestCombCells = 4;

    /// <summary>The check boxes among the patches of ink of a page.</summary>
    /// <param name="ink">The page.</param>
    /// <param name="components">Its patches of ink.</param>
    /// <param name="read">Squares that text recognition read as such: broken outlines count there.</param>
    public static IReadOnlyList<CheckBox> Find(InkMap ink, IReadOnlyList<InkComponent> components, IReadOnlyList<SquareOutline> read)
    {
        var longSide = Math.Max(ink.Size.Width, ink.Size.Height);
        var smallest = Math.Max(FewestPixels, longSide * SmallestSide);
        var squares = components
            .Where(component => HasSize(component.Box, smallest, longSide * LargestSide))
            .Select(component => SquareOutline.Measure(ink, component.Box))
            .OfType<SquareOutline>()
            .Where(outline => outline.IsSquare && outline.StandsAlone(ink))
            .ToList();
        squares.AddRange(read.Where(square => !squares.Exists(other => other.Box.Overlaps(square.Box))));
        squares.AddRange([.. CrossedSquares.Find(ink, components, squares)]);
        return
        [
            .. squares
                .Where(square => CountInComb(square, squares) < FewestCombCells)
                .Select(square => CheckBoxMark.Read(ink, square, read.Any(other => other.Box.Overlaps(square.Box)))),
        ];
    }

    private static bool HasSize(PixelBox box, double smallest, double largest) =>
        box.Width >= smallest
        && box.Height >= smallest
        && box.Width <= largest
        && box.Height <= largest
        && Math.Max(box.Width, box.Height) <= Math.Min(box.Width, box.Height) * LargestAspect;

    private static int CountInComb(SquareOutline square, List<SquareOutline> all)
    {
        var side = square.Box.Width;
        var reach = side * 1.5;
        var (left, right) = (square.Box, square.Box);
        var count = 1;
        foreach (
            var other in all.Where(other => other != square && Math.Abs(other.Box.CenterY - square.Box.CenterY) < side / 4.0)
                .OrderBy(other => Math.Abs(other.Box.CenterX - square.Box.CenterX))
        )
        {
            if (other.Box.CenterX > right.CenterX && other.Box.CenterX - right.CenterX <= reach)
            {
                right = other.Box;
                count++;
            }
            else if (other.Box.CenterX < left.CenterX && left.CenterX - other.Box.CenterX <= reach)
            {
                left = other.Box;
                count++;
            }
        }

        return count;
    }
}
