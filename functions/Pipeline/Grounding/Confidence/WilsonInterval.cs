namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>The 95 % interval of a share (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927).</summary>
/// <param name="Low">Its lower bound, 0..1.</param>
/// <param name="High">Its upper bound, 0..1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    private const double Deviations = 1.959964;

    /// <summary>The interval of <paramref name="hits"/> among <paramref name="count"/>; everything when nothing was counted.</summary>
    public static WilsonInterval Of(double hits, double count)
    {
        if (count <= 0)
        {
            return new WilsonInterval(0, 1);
        }

        var share = hits / count;
        var square = Deviations * Deviations / count;
        var center = share + (square / 2);
        var width = Deviations * Math.Sqrt(((share * (1 - share)) + (square / 4)) / count);
        return new WilsonInterval((center - width) / (1 + square), (center + width) / (1 + square));
    }
}
