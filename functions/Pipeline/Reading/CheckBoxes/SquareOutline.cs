using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>The outline of a square patch of ink.</summary>
/// <param name="Box">The box around it.</param>
/// <param name="Border">Thickness of its sides in pixels.</param>
/// <param name="Completeness">Share of the least complete side that is inked, 0..1.</param>
internal sealed record SquareOutline(PixelBox Box, int Border, double Completeness)
{
    /// <summary>A border is at most this share of the side; thicker patches are solid.</summary>
    private const double ThickestBorder = 0.22;

    /// <summary>Measures a patch; null when it has no thin border.</summary>
    public static SquareOutline? Measure(InkMap ink, PixelBox box)
    {
        var reach = Math.Max(1, (int)(Math.Min(box.Width, box.Height) * ThickestBorder));
        var border = Thickness(ink, box, reach);
        if (border is not { } thickness)
        {
            return null;
        }

        // A slightly turned or soft side leaves its row: a column counts when any pixel of the band near the edge is ink.
        var band = Math.Max(2, thickness + 1);
        var sides = new[]
        {
            Share(ink, box with { Bottom = box.Top + band }, isHorizontal: true),
            Share(ink, box with { Top = box.Bottom - band }, isHorizontal: true),
            Share(ink, box with { Right = box.Left + band }, isHorizontal: false),
            Share(ink, box with { Left = box.Right - band }, isHorizontal: false),
        };
        return new SquareOutline(box, thickness, sides.Min());
    }

    // How far the ink of the sides reaches in, as the median over many rows and columns; marks may touch some of them.
    private static int? Thickness(InkMap ink, PixelBox box, int reach)
    {
        var depths = new List<int>();
        for (var y = box.Top + reach; y < box.Bottom - reach; y++)
        {
            depths.Add(Depth(step => ink.IsInk(box.Left + step, y), box.Width));
            depths.Add(Depth(step => ink.IsInk(box.Right - 1 - step, y), box.Width));
        }

        for (var x = box.Left + reach; x < box.Right - reach; x++)
        {
            depths.Add(Depth(step => ink.IsInk(x, box.Top + step), box.Height));
            depths.Add(Depth(step => ink.IsInk(x, box.Bottom - 1 - step), box.Height));
        }

        depths.Sort();
        return depths.Count > 0 && depths[depths.Count / 2] is var depth && depth <= reach + 1 ? Math.Max(1, depth) : null;
    }

    // White pixels before the side belong to its depth: the side may be a pixel off the box's edge.
    private static int Depth(Func<int, bool> isInk, int length)
    {
        var step = 0;
        while (step < length && step < 2 && !isInk(step))
        {
            step++;
        }

        while (step < length && isInk(step))
        {
            step++;
        }

        return step;
    }

    private static double Share(InkMap ink, PixelBox band, bool isHorizontal)
    {
        var length = isHorizontal ? band.Width : band.Height;
        var inked = 0;
        for (var step = 0; step < length; step++)
        {
            var line = isHorizontal
                ? band with
                {
                    Left = band.Left + step,
                    Right = band.Left + step + 1,
                }
                : band with
                {
                    Top = band.Top + step,
                    Bottom = band.Top + step + 1,
                };
            inked += ink.Count(line) > 0 ? 1 : 0;
        }

        return (double)inked / length;
    }
}
