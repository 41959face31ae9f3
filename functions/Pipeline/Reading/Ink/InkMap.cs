using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Reading.Ink;

/// <summary>
/// Which pixels of a page are ink: those clearly darker than their surroundings, so that shadows and tinted paper do not count
/// (adaptive thresholding by the local mean: Bradley and Roth 2007, "Adaptive Thresholding Using the Integral Image").
/// </summary>
internal sealed class InkMap
{
    /// <summary>A pixel is ink when it has at most this many hundredths of the brightness around it.</summary>
    private const int DarknessPercent = 85;

    /// <summary>The surroundings reach this share of the page's longer side: a few lines of text.</summary>
    private const double WindowShare = 1.0 / 50;

    private readonly byte[] gray;
    private readonly bool[] ink;

    /// <summary>Sums over all pixels above and left; one more row and column than the page. 16 million pixels of 255 fit.</summary>
    private readonly uint[] sums;

    private InkMap(PixelSize size, byte[] gray)
    {
        Size = size;
        this.gray = gray;
        ink = new bool[gray.Length];
        sums = new uint[(size.Width + 1) * (size.Height + 1)];
        SumGray();
        Threshold();
        SumInk();
    }

    /// <summary>Size of the page in pixels.</summary>
    public PixelSize Size { get; }

    /// <summary>Finds the ink of a raster.</summary>
    public static InkMap From(Raster raster)
    {
        var rgb = raster.Rgb;
        var levels = new byte[raster.Size.Width * raster.Size.Height];
        for (var index = 0; index < levels.Length; index++)
        {
            // The weights of ITU-R BT.601 in 256ths.
            levels[index] = (byte)(((77 * rgb[3 * index]) + (150 * rgb[(3 * index) + 1]) + (29 * rgb[(3 * index) + 2])) >> 8);
        }

        return new InkMap(raster.Size, levels);
    }

    /// <summary>Whether a pixel is ink; outside the page nothing is.</summary>
    public bool IsInk(int x, int y) => x >= 0 && y >= 0 && x < Size.Width && y < Size.Height && ink[(y * Size.Width) + x];

    /// <summary>The whole map, a value a pixel, row by row.</summary>
    public ReadOnlyMemory<bool> Pixels => ink;

    /// <summary>One row of the map, a value a pixel.</summary>
    public ReadOnlySpan<bool> Row(int y) => ink.AsSpan(y * Size.Width, Size.Width);

    /// <summary>How many pixels of a box are ink.</summary>
    public int Count(PixelBox box) => box.Width <= 0 || box.Height <= 0 ? 0 : (int)Sum(box);

    /// <summary>Share of a box that is ink, 0..1.</summary>
    public double Share(PixelBox box) => box.Width <= 0 || box.Height <= 0 ? 0 : (double)Count(box) / (box.Width * box.Height);

    /// <summary>Difference between the brightest and the darkest pixel of a box, 0..255: text of either polarity has some.</summary>
    public int Contrast(PixelBox box)
    {
        var (darkest, brightest) = (255, 0);
        for (var y = box.Top; y < box.Bottom; y++)
        {
            foreach (var value in gray.AsSpan((y * Size.Width) + box.Left, box.Width))
            {
                darkest = Math.Min(darkest, value);
                brightest = Math.Max(brightest, value);
            }
        }

        return Math.Max(0, brightest - darkest);
    }

    /// <summary>How many columns of a box hold any ink.</summary>
    public int InkedColumns(PixelBox box)
    {
        var count = 0;
        for (var x = box.Left; x < box.Right; x++)
        {
            count += Count(box with { Left = x, Right = x + 1 }) > 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The smallest box around the ink inside a box, or null when there is none.</summary>
    public PixelBox? Tighten(PixelBox box)
    {
        if (Count(box) == 0)
        {
            return null;
        }

        while (Count(box with { Right = box.Left + 1 }) == 0)
        {
            box = box with { Left = box.Left + 1 };
        }

        while (Count(box with { Left = box.Right - 1 }) == 0)
        {
            box = box with { Right = box.Right - 1 };
        }

        while (Count(box with { Bottom = box.Top + 1 }) == 0)
        {
            box = box with { Top = box.Top + 1 };
        }

        while (Count(box with { Top = box.Bottom - 1 }) == 0)
        {
            box = box with { Bottom = box.Bottom - 1 };
        }

        return box;
    }

    private uint Sum(PixelBox box)
    {
        var stride = Size.Width + 1;
        // Unsigned differences wrap and come out right.
        return unchecked(
            sums[(box.Bottom * stride) + box.Right]
            - sums[(box.Top * stride) + box.Right]
            - sums[(box.Bottom * stride) + box.Left]
            + sums[(box.Top * stride) + box.Left]
        );
    }

    private void SumGray()
    {
        var stride = Size.Width + 1;
        for (var y = 0; y < Size.Height; y++)
        {
            var levels = gray.AsSpan(y * Size.Width, Size.Width);
            var above = sums.AsSpan((y * stride) + 1, Size.Width);
            var current = sums.AsSpan(((y + 1) * stride) + 1, Size.Width);
            var row = 0u;
            for (var x = 0; x < levels.Length; x++)
            {
                row += levels[x];
                current[x] = above[x] + row;
            }
        }
    }

    private void SumInk()
    {
        var stride = Size.Width + 1;
        for (var y = 0; y < Size.Height; y++)
        {
            var marks = Row(y);
            var above = sums.AsSpan((y * stride) + 1, Size.Width);
            var current = sums.AsSpan(((y + 1) * stride) + 1, Size.Width);
            var row = 0u;
            for (var x = 0; x < marks.Length; x++)
            {
                row += marks[x] ? 1u : 0u;
                current[x] = above[x] + row;
            }
        }
    }

    private void Threshold()
    {
        var stride = Size.Width + 1;
        var reach = Math.Max(8, (int)(Math.Max(Size.Width, Size.Height) * WindowShare));
        for (var y = 0; y < Size.Height; y++)
        {
            var (top, bottom) = (Math.Max(0, y - reach), Math.Min(Size.Height, y + reach + 1));
            var upper = sums.AsSpan(top * stride, stride);
            var lower = sums.AsSpan(bottom * stride, stride);
            var levels = gray.AsSpan(y * Size.Width, Size.Width);
            var marks = ink.AsSpan(y * Size.Width, Size.Width);
            for (var x = 0; x < levels.Length; x++)
            {
                var (left, right) = (Math.Max(0, x - reach), Math.Min(Size.Width, x + reach + 1));
                var sum = unchecked(lower[right] - upper[right] - lower[left] + upper[left]);
                marks[x] = (ulong)levels[x] * (uint)((right - left) * (bottom - top)) * 100 < (ulong)sum * DarknessPercent;
            }
        }
    }
}
