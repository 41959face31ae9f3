using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>Cuts turned and scaled pictures out of a raster.</summary>
internal static class PixelSampler
{
    // Small letters stay sharp when a line is magnified by more than this with a cubic kernel; below it costs time for nothing.
    private const double CubicFrom = 1.25;

    /// <summary>
    /// Draws the part of a raster under a box into a picture of <paramref name="width"/> × <paramref name="height"/> pixels: bilinear, with the average
    /// of several samples where the picture is smaller than its source, cubic where it is larger. Beyond its edge the raster goes
    /// on as its border.
    /// </summary>
    /// <param name="rgb">Pixels of the raster, three bytes each.</param>
    /// <param name="size">Its size.</param>
    /// <param name="box">The part, in pixels of the raster.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    /// <returns>Three bytes a pixel (red, green, blue), rows from the top.</returns>
    public static byte[] Crop(byte[] rgb, PixelSize size, RotatedBox box, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        var stepX = box.Along * (box.Width / width);
        var stepY = box.Across * (box.Height / height);
        // Sample centres: half a pixel in, because coordinates name outer corners and pixel values stand at centres.
        var origin = box.TopLeft - new PixelPoint(0.5, 0.5);
        if (height > CubicFrom * box.Height)
        {
            CubicSampler.Draw(rgb, size, origin, stepX, stepY, pixels, width);
            return pixels;
        }

        var samplesX = SamplesPerPixel(box.Width / width);
        var samplesY = SamplesPerPixel(box.Height / height);
        var target = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = (Red: 0f, Green: 0f, Blue: 0f);
                for (var sy = 0; sy < samplesY; sy++)
                {
                    for (var sx = 0; sx < samplesX; sx++)
                    {
                        var at = origin + (stepX * (x + ((sx + 0.5) / samplesX))) + (stepY * (y + ((sy + 0.5) / samplesY)));
                        AddBilinear(rgb, size, at, ref sum);
                    }
                }

                var share = 1f / (samplesX * samplesY);
                pixels[target++] = (byte)((sum.Red * share) + 0.5f);
                pixels[target++] = (byte)((sum.Green * share) + 0.5f);
                pixels[target++] = (byte)((sum.Blue * share) + 0.5f);
            }
        }

        return pixels;
    }

    // Bilinear reading already spans two source pixels, so a second sample pays from a reduction of 1.5 on.
    private static int SamplesPerPixel(double reduction) => Math.Clamp((int)Math.Round(reduction), 1, 8);

    private static void AddBilinear(byte[] rgb, PixelSize size, PixelPoint at, ref (float Red, float Green, float Blue) sum)
    {
        var (width, height) = (size.Width, size.Height);
        var x = Math.Clamp((float)at.X, 0, width - 1);
        var y = Math.Clamp((float)at.Y, 0, height - 1);
        var left = (int)x;
        var top = (int)y;
        var right = Math.Min(left + 1, width - 1);
        var bottom = Math.Min(top + 1, height - 1);
        var (shareX, shareY) = (x - left, y - top);
        var a = ((top * width) + left) * 3;
        var b = ((top * width) + right) * 3;
        var c = ((bottom * width) + left) * 3;
        var d = ((bottom * width) + right) * 3;
        var weightA = (1 - shareX) * (1 - shareY);
        var weightB = shareX * (1 - shareY);
        var weightC = (1 - shareX) * shareY;
        var weightD = shareX * shareY;
        sum.Red += (rgb[a] * weightA) + (rgb[b] * weightB) + (rgb[c] * weightC) + (rgb[d] * weightD);
        sum.Green += (rgb[a + 1] * weightA) + (rgb[b + 1] * weightB) + (rgb[c + 1] * weightC) + (rgb[d + 1] * weightD);
        sum.Blue += (rgb[a + 2] * weightA) + (rgb[b + 2] * weightB) + (rgb[c + 2] * weightC) + (rgb[d + 2] * weightD);
    }
}
