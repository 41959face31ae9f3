using System.Numerics.Tensors;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>Draws level parts of a raster: first along the rows, then across them, which is many times faster than pixel by pixel.</summary>
internal sealed class LevelSampler
{
    private const int Channels = 3;

    private readonly byte[] rgb;
    private readonly int sourceWidth;
    private readonly SamplingTaps along;
    private readonly SamplingTaps across;

    // Source rows that were drawn along, kept as long as the next rows of the picture need them.
    private readonly float[][] rows;
    private readonly int[] held;

    private LevelSampler(byte[] rgb, int sourceWidth, SamplingTaps along, SamplingTaps across)
    {
        this.rgb = rgb;
        this.sourceWidth = sourceWidth;
        this.along = along;
        this.across = across;
        var span = Enumerable.Range(0, across.Pixels).Max(y => across.Indexes(y)[^1] - across.Indexes(y)[0] + 1);
        rows = [.. Enumerable.Range(0, span).Select(_ => new float[along.Pixels * Channels])];
        held = [.. Enumerable.Repeat(-1, span)];
    }

    /// <summary>The picture: three bytes a pixel, rows from the top.</summary>
    /// <param name="rgb">Pixels of the raster.</param>
    /// <param name="size">Its size.</param>
    /// <param name="along">How its columns make those of the picture.</param>
    /// <param name="across">How its rows make those of the picture.</param>
    public static byte[] Draw(byte[] rgb, PixelSize size, SamplingTaps along, SamplingTaps across)
    {
        var sampler = new LevelSampler(rgb, size.Width, along, across);
        var sum = new float[along.Pixels * Channels];
        var pixels = new byte[sum.Length * across.Pixels];
        for (var y = 0; y < across.Pixels; y++)
        {
            sampler.SumRows(y, sum);
            var target = pixels.AsSpan(y * sum.Length, sum.Length);
            for (var i = 0; i < sum.Length; i++)
            {
                target[i] = (byte)Math.Clamp(sum[i] + 0.5f, 0, 255);
            }
        }

        return pixels;
    }

    private void SumRows(int y, float[] sum)
    {
        Array.Clear(sum);
        var indexes = across.Indexes(y);
        var weights = across.Weights(y);
        for (var tap = 0; tap < indexes.Length; tap++)
        {
            TensorPrimitives.MultiplyAdd(Row(indexes[tap]), weights[tap], sum, sum);
        }
    }

    private float[] Row(int source)
    {
        var slot = source % rows.Length;
        if (held[slot] != source)
        {
            held[slot] = source;
            DrawRow(rgb.AsSpan(source * sourceWidth * Channels, sourceWidth * Channels), rows[slot]);
        }

        return rows[slot];
    }

    private void DrawRow(ReadOnlySpan<byte> source, Span<float> row)
    {
        for (var x = 0; x < along.Pixels; x++)
        {
            var indexes = along.Indexes(x);
            var weights = along.Weights(x);
            var (red, green, blue) = (0f, 0f, 0f);
            for (var tap = 0; tap < indexes.Length; tap++)
            {
                var pixel = source.Slice(indexes[tap] * Channels, Channels);
                var weight = weights[tap];
                red += weight * pixel[0];
                green += weight * pixel[1];
                blue += weight * pixel[2];
            }

            var target = row.Slice(x * Channels, Channels);
            (target[0], target[1], target[2]) = (red, green, blue);
        }
    }
}
