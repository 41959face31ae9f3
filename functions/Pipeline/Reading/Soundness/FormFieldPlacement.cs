using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>Moves the words of form fields, whose places are estimated from the field, onto the ink that was drawn for them.</summary>
internal static class FormFieldPlacement
{
    /// <summary>All words; those of form fields tightened to the ink near them, where there is some.</summary>
    public static IReadOnlyList<Word> Fit(IReadOnlyList<Word> words, InkMap ink) =>
        [.. words.Select(word => word.Source == WordSource.FormField ? Fit(word, ink) : word)];

    private static Word Fit(Word word, InkMap ink)
    {
        var expected = PixelBox.From(word.Box, ink.Size);
        // Half a space to the sides, as the next word is a whole one away; a third of the height up and down, for descenders.
        var around = expected.Grown(Math.Max(1, expected.Height / 6), Math.Max(1, expected.Height / 3), ink.Size);
        if (ink.Tighten(around) is not { } tight || tight.Width * 2 < expected.Width || tight.Height * 2 < expected.Height)
        {
            return word;
        }

        return word with
        {
            Box = tight.Normalised(ink.Size),
        };
    }
}
