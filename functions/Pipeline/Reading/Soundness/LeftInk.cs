using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>
/// Finds what reading a whole page leaves out: a cross or a number alone in a cell, two lines with a rule between them, a date put
/// in by hand. Without the rules, and looked at closely, most of it can be read.
/// </summary>
internal static class LeftInk
{
    /// <summary>Heights of letters in the usual height: lower is punctuation and dirt, higher are drawings.</summary>
    private const double LowestLetter = 0.65;
    private const double HighestLetter = 5;

    /// <summary>The highest letter of print, in the usual height. People write larger.</summary>
    private const double HighestPrint = 1.8;

    /// <summary>Widest gap inside a word, in the usual height, or as a share of the lower neighbour where that is more.</summary>
    private const double WidestGap = 1;
    private const double WidestGapOfLarge = 0.6;

    /// <summary>Longest word, in letter heights; longer lines are never missed, but drawings are that long.</summary>
    private const double Longest = 8;

    /// <summary>Printed words that are looked for: each costs about two hundredths of what the page costs. Where more is left it is no print.</summary>
    private const int MostPrinted = 14;

    /// <summary>Written words that are looked for, the largest first.</summary>
    private const int MostWritten = 8;

    /// <summary>The boxes around what looks like words.</summary>
    /// <param name="ink">The page without its rules.</param>
    /// <param name="components">Its patches of ink.</param>
    /// <param name="words">What was read.</param>
    /// <param name="checkBoxes">What was found.</param>
    public static IReadOnlyList<PixelBox> Find(
        InkMap ink,
        IReadOnlyList<InkComponent> components,
        IReadOnlyList<Word> words,
        IReadOnlyList<CheckBox> checkBoxes
    )
    {
        var usual = LetterInk.UsualHeight(components, ink.Size);
        var known = new CoverMap(ink.Size);
        foreach (var box in words.Select(word => word.Box).Concat(checkBoxes.Select(box => box.Box)))
        {
            known.Cover(PixelBox.From(box, ink.Size));
        }

        var left = components
            .Where(component => IsLetter(component, usual, ink.Size) && !known.IsCovered(component.Box))
            .Select(component => component.Box)
            .OrderBy(box => box.Left)
            .ToList();
        var written = Join(left.FindAll(box => !left.Exists(other => IsRing(box, other))), usual)
            .FindAll(box => box.Height > HighestPrint * usual && box.Width <= Longest * box.Height)
            .OrderByDescending(box => (long)box.Width * box.Height);
        var printed = Join(left.FindAll(box => box.Height <= HighestPrint * usual), usual).FindAll(box => box.Width <= Longest * usual);
        return [.. written.Take(MostWritten), .. printed.Count > MostPrinted ? [] : printed];
    }

    private static bool IsLetter(InkComponent component, double usual, PixelSize size) =>
        LetterInk.IsLetter(component, size)
        && component.Box.Height >= LowestLetter * usual
        && component.Box.Height <= HighestLetter * usual;

    // Drawn around a word.
    private static bool IsRing(PixelBox box, PixelBox word) =>
        box.Left < word.Left && box.Top < word.Top && box.Right > word.Right && box.Bottom > word.Bottom;

    private static List<PixelBox> Join(IReadOnlyList<PixelBox> letters, double usual)
    {
        var words = new List<PixelBox>();
        foreach (var letter in letters)
        {
            var place = words.FindIndex(word => letter.Left - word.Right <= GapBetween(word, letter, usual) && SharesLine(word, letter));
            if (place < 0)
            {
                words.Add(letter);
            }
            else
            {
                words[place] = words[place].Union(letter);
            }
        }

        return words;
    }

    private static double GapBetween(PixelBox a, PixelBox b, double usual) =>
        Math.Max(WidestGap * usual, WidestGapOfLarge * Math.Min(a.Height, b.Height));

    private static bool SharesLine(PixelBox a, PixelBox b) =>
        2 * (Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top)) > Math.Min(a.Height, b.Height);
}
