using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>One line of text, cut out of its raster, straightened and scaled to the recogniser's height.</summary>
internal sealed class LinePicture
{
    /// <summary>The height that the recogniser was trained on.</summary>
    public const int Height = 48;

    private LinePicture(RotatedBox box, int width, byte[] rgb, byte[] clean)
    {
        Box = box;
        Width = width;
        Rgb = rgb;
        Clean = clean;
    }

    /// <summary>Where the line is on the raster.</summary>
    public RotatedBox Box { get; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Three bytes a pixel, rows from the top.</summary>
    public byte[] Rgb { get; }

    /// <summary>The same without ruled lines; the same array when there are none.</summary>
    public byte[] Clean { get; }

    /// <summary>Whether ruled lines run through the picture.</summary>
    public bool HasRules => !ReferenceEquals(Clean, Rgb);

    /// <summary>Cuts a line out.</summary>
    public static LinePicture Cut(Raster raster, RotatedBox box)
    {
        var width = Math.Clamp((int)Math.Round(Height * box.Width / box.Height), 8, 20 * RecognitionLimits.MaxLineWidth);
        var rgb = PixelSampler.Crop(raster.Rgb, raster.Size, box, width, Height);
        var clean =
            raster.WithoutRules is { } pixels && CrossesRules(raster, pixels, box)
                ? PixelSampler.Crop(pixels, raster.Size, box, width, Height)
                : rgb;
        return new LinePicture(box, width, rgb, clean);
    }

    /// <summary>The pixels of some columns of the picture, or of the one without rules.</summary>
    public byte[] Columns(int first, int count, bool isClean)
    {
        var source = isClean ? Clean : Rgb;
        var part = new byte[count * Height * 3];
        for (var y = 0; y < Height; y++)
        {
            source.AsSpan(((y * Width) + first) * 3, count * 3).CopyTo(part.AsSpan(y * count * 3));
        }

        return part;
    }

    /// <summary>The picture without rules several times side by side.</summary>
    public byte[] Repeated(int times)
    {
        var repeated = new byte[Clean.Length * times];
        var stride = Width * 3;
        for (var row = 0; row < Height * times; row++)
        {
            Clean.AsSpan(row / times * stride, stride).CopyTo(repeated.AsSpan(row * stride));
        }

        return repeated;
    }

    // Compares the pixels under the upright rectangle around the box.
    private static bool CrossesRules(Raster raster, byte[] clean, RotatedBox box)
    {
        PixelPoint[] corners = [box.At(0, 0), box.At(box.Width, 0), box.At(0, box.Height), box.At(box.Width, box.Height)];
        var left = Math.Clamp((int)corners.Min(corner => corner.X), 0, raster.Size.Width);
        var right = Math.Clamp((int)Math.Ceiling(corners.Max(corner => corner.X)), left, raster.Size.Width);
        var bottom = Math.Min(raster.Size.Height, (int)Math.Ceiling(corners.Max(corner => corner.Y)));
        for (var y = Math.Max(0, (int)corners.Min(corner => corner.Y)); y < bottom; y++)
        {
            var (from, length) = (((y * raster.Size.Width) + left) * 3, (right - left) * 3);
            if (!raster.Rgb.AsSpan(from, length).SequenceEqual(clean.AsSpan(from, length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place on the raster of a place on this picture.</summary>
    public PixelPoint OnRaster(double x, double y) => Box.At(x * Box.Width / Width, y * Box.Height / Height);
}
