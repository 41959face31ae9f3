namespace GroundedDocs.Adapters.Pdf;

/// <summary>Advance widths of Helvetica, the font that forms use, from Adobe's core font metrics (Helvetica.afm).</summary>
internal static class HelveticaWidths
{
    private const double Average = 0.556;

    /// <summary>From the space (0x20) to the tilde (0x7E), in thousandths of the font size.</summary>
    private static ReadOnlySpan<short> Thousandths =>
        [
            278,
            278,
            355,
            556,
            556,
            889,
            667,
            191,
            333,
            333,
            389,
            584,
            278,
            333,
            278,
            278,
            556,
            556,
            556,
            556,
            556,
            556,
            556,
            556,
            556,
            556,
            278,
            278,
            584,
            584,
            584,
            556,
            1015,
            667,
            667,
            722,
            722,
            667,
            611,
            778,
            722,
            278,
            500,
            667,
            556,
            833,
            722,
            778,
            667,
            778,
            722,
            667,
            611,
            722,
            667,
            944,
            667,
            667,
            611,
            278,
            278,
            278,
            469,
            556,
            333,
            556,
            556,
            500,
            556,
            556,
            278,
            556,
            556,
            222,
            222,
            500,
            222,
            833,
            556,
            556,
            556,
            556,
            333,
            500,
            278,
            556,
            500,
            722,
            500,
            500,
            500,
            334,
            260,
            334,
            584,
        ];

    /// <summary>The width of a text as a multiple of the font size.</summary>
    public static double Of(string text)
    {
        var width = 0.0;
        foreach (var character in text)
        {
            var index = character - ' ';
            width += index >= 0 && index < Thousandths.Length ? Thousandths[index] / 1000.0 : Average;
        }

        return width;
    }
}
