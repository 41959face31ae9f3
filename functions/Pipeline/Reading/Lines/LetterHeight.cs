using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>The height of capital letters, which gaps between words and lines are measured against.</summary>
internal static class LetterHeight
{
    /// <summary>Boxes of a text layer reach from ascent to descent; capitals take about this share of that.</summary>
    private const double CapitalShare = 0.65;

    /// <summary>The height of a word's capitals, as a share of the page's height.</summary>
    public static double Of(Word word) => word.Source == WordSource.TextLayer ? word.Box.Height * CapitalShare : word.Box.Height;
}
