using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>Draws turned parts of a raster, pixel by pixel.</summary>
/// <param name="rgb">Pixels of the raster, three bytes each.</param>
/// <param name="size">Its size.</param>
internal readonly ref struct TurnedSampler(ReadOnlySpan<byte> rgb, PixelSize size)
{
    private readonly ReadOnlySpan<byte> rgb = rgb;

    /// <summary>Adds the pixel at a place by linear interpolation.</summary>
    public void AddLinear(PixelPoint at, Span<float> sum)
    {
        var (width, height) = (size.Width, size.Height);
        var x = Math.Clamp((float)at.X, 0, width - 1);
        var y = Math.Clamp((float)at.Y, 0, height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
        var (shareX, shareY) = (x - left, y - top);
        Add((top * width) + left, (1 - shareX) * (1 - shareY), sum);
        Add((top * width) + right, shareX * (1 - shareY), sum);
        Add((bottom * width) + left, (1 - shareX) * shareY, sum);
        Add((bottom * width) + right, shareX * shareY, sum);
    }

    /// <summary>Adds the pixel at a place by cubic convolution.</summary>
    public void AddCubic(PixelPoint at, Span<float> sum)
    {
        var (left, top) = ((int)Math.Floor(at.X), (int)Math.Floor(at.Y));
        Span<float> weightsX = stackalloc float[SamplingTaps.CubicTaps];
        Span<float> weightsY = stackalloc float[SamplingTaps.CubicTaps];
        SamplingTaps.WeighCubic((float)(at.X - left), weightsX);
        SamplingTaps.WeighCubic((float)(at.Y - top), weightsY);
        for (var row = 0; row < SamplingTaps.CubicTaps; row++)
        {
            var line = Math.Clamp(top + row - 1, 0, size.Height - 1) * size.Width;
            for (var column = 0; column < SamplingTaps.CubicTaps; column++)
            {
                Add(line + Math.Clamp(left + column - 1, 0, size.Width - 1), weightsY[row] * weightsX[column], sum);
            }
        }
    }

    private void Add(int pixel, float weight, Span<float> sum)
    {
        var from = rgb.Slice(pixel * 3, 3);
        sum[0] += weight * from[0];
        sum[1] += weight * from[1];
        sum[2] += weight * from[2];
    }
}
