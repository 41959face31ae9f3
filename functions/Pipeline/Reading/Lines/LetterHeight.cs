using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>The height of capital letters, which gaps between words and lines are measured against.</summary>
internal static class LetterHeight
{
    /// <summary>Boxes of a text layer reach from ascent to descent; capitals take about this share of that.</summary>
    private const double CapitalShare = 0.65;

    /// <summary>Boxes of recognised words have a margin of 8 % of their letters above and below.</summary>
    private const double InkShare = 1 / 1.16;

    /// <summary>The height of a word's capitals, as a share of the page's height.</summary>
    public static double Of(Word word) =>
        word.Box.Height
        * word.Source switch
        {
            WordSource.TextLayer => CapitalShare,
            WordSource.Recognition => InkShare,
            _ => 1,
        };
}
