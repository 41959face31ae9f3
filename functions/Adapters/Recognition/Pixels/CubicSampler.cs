using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>Cubic convolution (Keys, "Cubic Convolution Interpolation for Digital Image Processing", 1981), for magnified pictures.</summary>
internal static class CubicSampler
{
    // Keys' own value: sharper kernels ring, which recognition reads as other letters.
    private const float Sharpness = -0.5f;
    private const int Taps = 4;

    /// <summary>Fills a picture of RGB bytes.</summary>
    /// <param name="rgb">Pixels of the raster, three bytes each.</param>
    /// <param name="size">Its size.</param>
    /// <param name="origin">Place on the raster of the picture's top left corner.</param>
    /// <param name="stepX">What one pixel to the right is on the raster.</param>
    /// <param name="stepY">What one pixel down is on the raster.</param>
    /// <param name="pixels">The picture.</param>
    /// <param name="width">Its width.</param>
    public static void Draw(byte[] rgb, PixelSize size, PixelPoint origin, PixelPoint stepX, PixelPoint stepY, byte[] pixels, int width)
    {
        for (var target = 0; target < pixels.Length; target += 3)
        {
            var (x, y) = (target / 3 % width, target / 3 / width);
            Sample(rgb, size, origin + (stepX * (x + 0.5)) + (stepY * (y + 0.5)), pixels.AsSpan(target, 3));
        }
    }

    private static void Sample(byte[] rgb, PixelSize size, PixelPoint at, Span<byte> pixel)
    {
        var (left, top) = ((int)Math.Floor(at.X), (int)Math.Floor(at.Y));
        Span<float> weightsX = stackalloc float[Taps];
        Span<float> weightsY = stackalloc float[Taps];
        Weigh((float)(at.X - left), weightsX);
        Weigh((float)(at.Y - top), weightsY);
        var (red, green, blue) = (0.5f, 0.5f, 0.5f);
        for (var row = 0; row < Taps; row++)
        {
            var line = Math.Clamp(top + row - 1, 0, size.Height - 1) * size.Width;
            for (var column = 0; column < Taps; column++)
            {
                var from = 3 * (line + Math.Clamp(left + column - 1, 0, size.Width - 1));
                var weight = weightsY[row] * weightsX[column];
                red += weight * rgb[from];
                green += weight * rgb[from + 1];
                blue += weight * rgb[from + 2];
            }
        }

        (pixel[0], pixel[1], pixel[2]) = (ToByte(red), ToByte(green), ToByte(blue));
    }

    private static void Weigh(float share, Span<float> weights)
    {
        weights[0] = Far(1 + share);
        weights[1] = Near(share);
        weights[2] = Near(1 - share);
        weights[3] = 1 - weights[0] - weights[1] - weights[2];
    }

    private static float Near(float distance) => ((((Sharpness + 2) * distance) - (Sharpness + 3)) * distance * distance) + 1;

    private static float Far(float distance) =>
        ((((Sharpness * distance) - (5 * Sharpness)) * distance + (8 * Sharpness)) * distance) - (4 * Sharpness);

    private static byte ToByte(float value) => (byte)Math.Clamp(value, 0, 255);
}
