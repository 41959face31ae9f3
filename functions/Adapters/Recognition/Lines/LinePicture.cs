using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>One line of text, cut out of its raster, straightened and scaled to the recogniser's height.</summary>
internal sealed class LinePicture
{
    /// <summary>The height that the recogniser was trained on.</summary>
    public const int Height = 48;

    private LinePicture(RotatedBox box, int width, byte[] rgb)
    {
        Box = box;
        Width = width;
        Rgb = rgb;
    }

    /// <summary>Where the line is on the raster.</summary>
    public RotatedBox Box { get; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Three bytes a pixel, rows from the top.</summary>
    public byte[] Rgb { get; }

    /// <summary>Cuts a line out.</summary>
    public static LinePicture Cut(Raster raster, RotatedBox box)
    {
        var width = Math.Clamp((int)Math.Round(Height * box.Width / box.Height), 8, 20 * RecognitionLimits.MaxLineWidth);
        return new LinePicture(box, width, PixelSampler.Crop(raster, box, width, Height));
    }

    /// <summary>The pixels of some columns.</summary>
    public byte[] Columns(int first, int count)
    {
        var part = new byte[count * Height * 3];
        for (var y = 0; y < Height; y++)
        {
            Rgb.AsSpan(((y * Width) + first) * 3, count * 3).CopyTo(part.AsSpan(y * count * 3));
        }

        return part;
    }

    /// <summary>The place on the raster of a place on this picture.</summary>
    public PixelPoint OnRaster(double x, double y) => Box.At(x * Box.Width / Width, y * Box.Height / Height);
}
