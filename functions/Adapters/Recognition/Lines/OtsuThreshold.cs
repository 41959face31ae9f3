namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>Otsu, "A threshold selection method from gray-level histograms", 1979.</summary>
internal static class OtsuThreshold
{
    /// <summary>The grey value that parts the pixels best, and how far the means of the two classes are apart.</summary>
    public static (int Threshold, double Contrast) Of(ReadOnlySpan<byte> gray)
    {
        var histogram = new int[256];
        foreach (var value in gray)
        {
            histogram[value]++;
        }

        var total = 0.0;
        for (var value = 0; value < histogram.Length; value++)
        {
            total += (double)value * histogram[value];
        }

        var (threshold, contrast, variance) = (0, 0.0, 0.0);
        var (count, sum) = (0L, 0.0);
        for (var value = 0; value < histogram.Length - 1; value++)
        {
            count += histogram[value];
            sum += (double)value * histogram[value];
            if (count == 0 || count == gray.Length)
            {
                continue;
            }

            var difference = ((total - sum) / (gray.Length - count)) - (sum / count);
            var between = difference * difference * count * (gray.Length - count);
            if (between > variance)
            {
                (threshold, contrast, variance) = (value, difference, between);
            }
        }

        return (threshold, contrast);
    }
}
