using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>The outline of a square patch of ink.</summary>
/// <param name="Box">The box around it.</param>
/// <param name="Border">Thickness of its sides in pixels.</param>
/// <param name="Completeness">Share of the least complete side that is inked, 0..1.</param>
/// <param name="Corners">How many of its four corners are inked.</param>
internal sealed record SquareOutline(PixelBox Box, int Border, double Completeness, int Corners)
{
    /// <summary>A border is at most this share of the side; thicker patches are solid.</summary>
    private const double ThickestBorder = 0.22;

    /// <summary>Share of each side that has to be inked.</summary>
    private const double CompleteSide = 0.9;

    /// <summary>Of a side of eight pixels one may be missing.</summary>
    private const double CompleteSmallSide = 0.87;

    /// <summary>In squares with fewer pixels a side a single one counts much.</summary>
    private const int SmallPixels = 12;

    /// <summary>Of D only two corners are sharp, of O none. Scans lose one of a square at times.</summary>
    private const int FewestCorners = 3;

    /// <summary>A corner is inked when anything is within this share of the side and two pixels: scans are soft.</summary>
    private const int SidesPerCorner = 12;
    private const int SmallestCorner = 2;

    /// <summary>The square, and of a small one the mark that sticks out of it: people see the two as one.</summary>
    public PixelBox Extent { get; init; } = Box;

    /// <summary>Whether it is so small that letters of the page may be as large.</summary>
    public bool IsSmall => Math.Min(Box.Width, Box.Height) < SmallPixels;

    /// <summary>Whether all sides and corners are there.</summary>
    public bool IsSquare => IsComplete && Corners >= FewestCorners;

    /// <summary>Whether all sides are there.</summary>
    public bool IsComplete => Completeness >= (IsSmall ? CompleteSmallSide : CompleteSide);

    /// <summary>Whether nothing stands as close to it as letters stand to each other; labels keep more distance.</summary>
    public bool StandsAlone(InkMap ink)
    {
        var gap = Math.Max(2, Box.Width / 10);
        var inset = Box.Height / 5;
        var beside = Box.Grown(gap, 0, ink.Size) with { Top = Box.Top + inset, Bottom = Box.Bottom - inset };
        return ink.Count(beside with { Right = Box.Left }) == 0 && ink.Count(beside with { Left = Box.Right }) == 0;
    }

    /// <summary>Measures a patch; null when it has no thin border.</summary>
    public static SquareOutline? Measure(InkMap ink, PixelBox box)
    {
        var reach = Math.Max(1, (int)(Math.Min(box.Width, box.Height) * ThickestBorder));
        return Thickness(ink, box, reach) is { } thickness ? Measure(ink, box, thickness) : null;
    }

    /// <summary>Measures a place where a square with sides of a known thickness may be; its inside does not matter.</summary>
    public static SquareOutline Measure(InkMap ink, PixelBox box, int border)
    {
        // A slightly turned or soft side leaves its row: a column counts when any pixel of the band near the edge is ink. A small
        // square turns by a pixel at most; a wider band would take the serifs of X for sides.
        var band = Math.Min(box.Width, box.Height) < SmallPixels ? 2 : Math.Max(2, border + 1);
        var sides = box.Sides(band).Select((side, i) => Share(ink, side, isHorizontal: i < 2));
        return new SquareOutline(box, border, sides.Min(), CountCorners(ink, box));
    }

    private static int CountCorners(InkMap ink, PixelBox box)
    {
        var side = Math.Min(box.Width, box.Height);
        var size = side < SmallPixels ? 1 : Math.Max(SmallestCorner, side / SidesPerCorner);
        var corners = box.Sides(size)[..2].SelectMany(edge => edge.Sides(size)[2..]);
        return corners.Count(corner => ink.Count(corner) > 0);
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
