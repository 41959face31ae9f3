namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>
/// Which source pixels of one axis make each pixel of a picture, and with what weights. Beyond its ends the source goes on as its last pixel.
/// </summary>
internal sealed class SamplingTaps
{
    /// <summary>Source pixels on one axis that cubic convolution takes together.</summary>
    public const int CubicTaps = 4;

    // Keys' own value: sharper kernels ring, which recognition reads as other letters.
    private const float CubicSharpness = -0.5f;

    private readonly int[] indexes;
    private readonly float[] weights;

    private SamplingTaps(int pixels, int tapsPerPixel)
    {
        Pixels = pixels;
        PerPixel = tapsPerPixel;
        indexes = new int[pixels * tapsPerPixel];
        weights = new float[pixels * tapsPerPixel];
    }

    /// <summary>Pixels of the picture.</summary>
    public int Pixels { get; }

    /// <summary>How many source pixels each pixel of the picture is made of.</summary>
    public int PerPixel { get; }

    /// <summary>The source pixels of a pixel of the picture, in ascending order.</summary>
    public ReadOnlySpan<int> Indexes(int pixel) => indexes.AsSpan(pixel * PerPixel, PerPixel);

    /// <summary>Their weights, which add up to 1.</summary>
    public ReadOnlySpan<float> Weights(int pixel) => weights.AsSpan(pixel * PerPixel, PerPixel);

    /// <summary>Linear interpolation, as the average of several samples a pixel.</summary>
    /// <param name="length">Pixels of the source.</param>
    /// <param name="start">Where the picture begins on the source, counted from the centre of its first pixel.</param>
    /// <param name="step">What one pixel of the picture is on the source.</param>
    /// <param name="pixels">Pixels of the picture.</param>
    /// <param name="samples">Samples a pixel.</param>
    public static SamplingTaps Linear(int length, double start, double step, int pixels, int samples)
    {
        var taps = new SamplingTaps(pixels, 2 * samples);
        for (var sample = 0; sample < pixels * samples; sample++)
        {
            var at = Math.Clamp(start + (step * (sample + 0.5) / samples), 0, length - 1);
            var left = (int)at;
            var share = (float)(at - left);
            (taps.indexes[2 * sample], taps.indexes[(2 * sample) + 1]) = (left, Math.Min(left + 1, length - 1));
            (taps.weights[2 * sample], taps.weights[(2 * sample) + 1]) = ((1 - share) / samples, share / samples);
        }

        return taps;
    }

    /// <summary>
    /// Cubic convolution (Keys, "Cubic Convolution Interpolation for Digital Image Processing", 1981), for magnified pictures.
    /// The parameters are those of <see cref="Linear"/>.
    /// </summary>
    public static SamplingTaps Cubic(int length, double start, double step, int pixels)
    {
        var taps = new SamplingTaps(pixels, CubicTaps);
        for (var pixel = 0; pixel < pixels; pixel++)
        {
            var at = start + (step * (pixel + 0.5));
            var left = (int)Math.Floor(at);
            WeighCubic((float)(at - left), taps.weights.AsSpan(pixel * CubicTaps, CubicTaps));
            for (var tap = 0; tap < CubicTaps; tap++)
            {
                taps.indexes[(pixel * CubicTaps) + tap] = Math.Clamp(left + tap - 1, 0, length - 1);
            }
        }

        return taps;
    }

    /// <summary>The weights of the four pixels around a place that lies this share of the way from the second to the third.</summary>
    public static void WeighCubic(float share, Span<float> weights)
    {
        weights[0] = Far(1 + share);
        weights[1] = Near(share);
        weights[2] = Near(1 - share);
        weights[3] = 1 - weights[0] - weights[1] - weights[2];
    }

    private static float Near(float distance) => ((((CubicSharpness + 2) * distance) - (CubicSharpness + 3)) * distance * distance) + 1;

    private static float Far(float distance) =>
        ((((CubicSharpness * distance) - (5 * CubicSharpness)) * distance + (8 * CubicSharpness)) * distance) - (4 * CubicSharpness);
}
