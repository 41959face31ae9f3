namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>Pictures as the networks want them: one plane a channel, blue first (they were trained on pictures read that way).</summary>
internal static class TensorPixels
{
    /// <summary>Writes a picture of RGB bytes as planes of (value / 255 − mean) / deviation.</summary>
    /// <param name="rgb">Three bytes a pixel.</param>
    /// <param name="mean">Per plane: blue, green, red.</param>
    /// <param name="deviation">Per plane: blue, green, red.</param>
    public static float[] Planes(ReadOnlySpan<byte> rgb, ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation)
    {
        var count = rgb.Length / 3;
        var planes = new float[rgb.Length];
        for (var plane = 0; plane < 3; plane++)
        {
            var factor = 1 / (255 * deviation[plane]);
            var shift = mean[plane] / deviation[plane];
            var target = planes.AsSpan(plane * count, count);
            for (var i = 0; i < count; i++)
            {
                target[i] = (rgb[(i * 3) + 2 - plane] * factor) - shift;
            }
        }

        return planes;
    }
}
