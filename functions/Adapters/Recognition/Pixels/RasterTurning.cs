using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>Turns rasters by quarters.</summary>
internal static class RasterTurning
{
    /// <summary>The raster turned clockwise by 0, 90, 180 or 270 degrees.</summary>
    public static Raster Turned(this Raster raster, int clockwiseDegrees)
    {
        var (width, height) = (raster.Size.Width, raster.Size.Height);
        return clockwiseDegrees switch
        {
            0 => raster,
            90 => Copy(raster, new PixelSize(height, width), (x, y) => (((height - 1 - x) * width) + y)),
            180 => Copy(raster, raster.Size, (x, y) => ((height - 1 - y) * width) + (width - 1 - x)),
            270 => Copy(raster, new PixelSize(height, width), (x, y) => (x * width) + (width - 1 - y)),
            _ => throw new ArgumentOutOfRangeException(nameof(clockwiseDegrees), clockwiseDegrees, "Quarter turns only: 0, 90, 180, 270."),
        };
    }

    private static Raster Copy(Raster source, PixelSize size, Func<int, int, int> sourcePixel) =>
        new(size, Copy(source.Rgb, size, sourcePixel))
        {
            WithoutRules = source.WithoutRules is { } clean ? Copy(clean, size, sourcePixel) : null,
        };

    private static byte[] Copy(byte[] source, PixelSize size, Func<int, int, int> sourcePixel)
    {
        var pixels = new byte[source.Length];
        var target = 0;
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                source.AsSpan(sourcePixel(x, y) * 3, 3).CopyTo(pixels.AsSpan(target, 3));
                target += 3;
            }
        }

        return pixels;
    }
}
