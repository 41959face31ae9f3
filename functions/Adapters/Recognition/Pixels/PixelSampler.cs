using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>Cuts turned and scaled pictures out of a raster.</summary>
internal static class PixelSampler
{
    // Small letters stay sharp when a line is magnified by more than this with a cubic kernel; below it costs time for nothing.
    private const double CubicFrom = 1.25;

    // A box that rises by less from its left end to its right end is as good as level.
    private const double LargestLevelRise = 0.5;

    /// <summary>
    /// Draws the part of a raster under a box into a picture of <paramref name="width"/> × <paramref name="height"/> pixels: linear, with the average
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
        var isCubic = height > CubicFrom * box.Height;
        return Math.Cos(box.Angle) > 0 && Math.Abs(Math.Sin(box.Angle)) * box.Width < LargestLevelRise
            ? DrawLevel(rgb, size, box with { Angle = 0 }, width, height, isCubic)
            : DrawTurned(rgb, size, box, width, height, isCubic);
    }

    private static byte[] DrawLevel(byte[] rgb, PixelSize size, RotatedBox box, int width, int height, bool isCubic)
    {
        var (stepX, stepY) = (box.Width / width, box.Height / height);
        var origin = OriginOf(box);
        var along = isCubic
            ? SamplingTaps.Cubic(size.Width, origin.X, stepX, width)
            : SamplingTaps.Linear(size.Width, origin.X, stepX, width, SamplesPerPixel(stepX));
        var across = isCubic
            ? SamplingTaps.Cubic(size.Height, origin.Y, stepY, height)
            : SamplingTaps.Linear(size.Height, origin.Y, stepY, height, SamplesPerPixel(stepY));
        return LevelSampler.Draw(rgb, size, along, across);
    }

    private static byte[] DrawTurned(byte[] rgb, PixelSize size, RotatedBox box, int width, int height, bool isCubic)
    {
        var sampler = new TurnedSampler(rgb, size);
        var (stepX, stepY) = (box.Along * (box.Width / width), box.Across * (box.Height / height));
        var origin = OriginOf(box);
        var samplesX = isCubic ? 1 : SamplesPerPixel(box.Width / width);
        var samplesY = isCubic ? 1 : SamplesPerPixel(box.Height / height);
        var share = 1f / (samplesX * samplesY);
        var pixels = new byte[width * height * 3];
        Span<float> sum = stackalloc float[3];
        for (var target = 0; target < pixels.Length; target += 3)
        {
            var (x, y) = (target / 3 % width, target / 3 / width);
            sum.Clear();
            for (var sample = 0; sample < samplesX * samplesY; sample++)
            {
                var (right, down) = (x + ((sample % samplesX + 0.5) / samplesX), y + ((sample / samplesX + 0.5) / samplesY));
                var at = origin + (stepX * right) + (stepY * down);
                if (isCubic)
                {
                    sampler.AddCubic(at, sum);
                }
                else
                {
                    sampler.AddLinear(at, sum);
                }
            }

            for (var channel = 0; channel < 3; channel++)
            {
                pixels[target + channel] = (byte)Math.Clamp((sum[channel] * share) + 0.5f, 0, 255);
            }
        }

        return pixels;
    }

    // Half a pixel in, because coordinates name outer corners and pixel values stand at centres.
    private static PixelPoint OriginOf(RotatedBox box) => box.TopLeft - new PixelPoint(0.5, 0.5);

    // Linear interpolation already spans two source pixels, so a second sample pays from a reduction of 1.5 on.
    private static int SamplesPerPixel(double reduction) => Math.Clamp((int)Math.Round(reduction), 1, 8);
}
