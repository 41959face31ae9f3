namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>
/// Decides where words begin. The recogniser saw few spaces in training: it keeps the probability of its space class low, but
/// raises it between words. The gap in the ink is the second witness.
/// </summary>
internal static class WordBreaks
{
    // A logistic regression over 22,000 pairs of neighbouring characters of scanned receipts and forms, divided by the
    // weight of the first witness. Without any wider gap a space needs a probability of 0.08; with the
    // usual gap of a quarter of the line's height, one of 0.01.
    private const double GapWeight = 3.7;
    private const double Threshold = -1.1;
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
