namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Decides where words begin. The recogniser misses spaces in small and crowded print, but raises the probability of its space class
/// there. The gap in the ink is the second witness.
/// </summary>
internal static class WordBreaks
{
    // Measured on scanned receipts, as weights beside that of the first witness. Without any wider gap a space needs a probability
    // of 0.2; with the usual gap of a quarter of the line's height, one of 0.05.
    private const double GapWeight = 2.5;
    private const double Threshold = -0.7;
    private const double SmallestProbability = 1e-6;

    // A tab stop is no better witness than a wide space.
    private const int WidestGap = 40;

    /// <summary>For each character whether it begins a word.</summary>
    public static bool[] Find(IReadOnlyList<DecodedCharacter> characters, InkMap ink)
    {
        var gaps = new int[characters.Count];
        for (var i = 1; i < gaps.Length; i++)
        {
            gaps[i] = ink.GapBetween(characters[i - 1].Position, characters[i].Position);
        }

        var usual = gaps.Skip(1).Order().ElementAtOrDefault((gaps.Length - 1) / 2);
        var starts = new bool[characters.Count];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = i == 0 || Evidence(characters[i].SpaceBefore, gaps[i] - usual) > Threshold;
        }

        return starts;
    }

    private static double Evidence(double probability, int gapExcess) =>
        Math.Log10(Math.Max(probability, SmallestProbability)) + (GapWeight * Math.Min(gapExcess, WidestGap) / LinePicture.Height);
}
