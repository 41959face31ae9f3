using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>
/// Compares a text layer with the picture: a word must stand on something visible, and where the layer says that there is a
/// space the paper should be empty. A layer that belongs to another picture fails the second test even on a full page.
/// </summary>
internal static class TextLayerJudge
{
    /// <summary>Text differs from its paper by at least this many of 255 levels of gray; less cannot be read by people either.</summary>
    private const int FaintestContrast = 24;

    /// <summary>Words under this height, about a point and a half, are a hair line to people; only programs read them.</summary>
    private const int SmallestPixels = 5;

    /// <summary>Share of words over blank paper above which the layer is not about this picture.</summary>
    private const double MostWordsOnBlankPaper = 0.4;

    /// <summary>Share of inked columns in the spaces between words above which the layer is not about this picture.</summary>
    private const double MostInkInSpaces = 0.35;

    /// <summary>Columns of spaces needed before the share is taken seriously.</summary>
    private const int FewestSpaceColumns = 60;

    /// <summary>Share of a word's columns that hold ink, on average; letters leave narrow gaps only.</summary>
    private const double LeastInkInWords = 0.5;

    /// <summary>Confidence of words that somebody else's text recognition left in the file, once they match the picture.</summary>
    private const double ForeignRecognition = 0.9;

    /// <summary>The words of the layer that may be trusted.</summary>
    public static SoundText Judge(TextLayer layer, InkMap ink)
    {
        var drawn = Judge(layer.Words, ink);
        var foreign = Judge(layer.InvisibleWords, ink);
        var covered = drawn.Words.Select(word => word.Box).ToList();
        var added = foreign.Words.Where(word => !covered.Any(box => box.IntersectionOverUnion(word.Box) > 0.2));
        return new SoundText([.. drawn.Words, .. added.Select(word => word with { Confidence = ForeignRecognition })], drawn.IsRejected);
    }

    private static SoundText Judge(IReadOnlyList<Word> words, InkMap ink)
    {
        var text = words.Where(word => word.Source == WordSource.TextLayer).ToList();
        var fields = words.Where(word => word.Source == WordSource.FormField).ToList();
        if (text.Count == 0)
        {
            return new SoundText(fields, false);
        }

        var visible = text.Where(word => IsVisible(word, ink)).ToList();
        var isRejected =
            visible.Count < text.Count * (1 - MostWordsOnBlankPaper)
            || TextPlausibility.IsGarbage(visible)
            || ContradictsPicture(visible, ink);
        return isRejected
            ? new SoundText(fields, true)
            : new SoundText([.. visible.Where(word => !TextPlausibility.IsBroken(word)), .. fields], false);
    }

    /// <summary>Whether people can see a word that stands there: recognition reads text that is paler than any eye can tell.</summary>
    /// <param name="word">A word, its box on the page as drawn.</param>
    /// <param name="ink">The page.</param>
    public static bool IsVisible(Word word, InkMap ink) =>
        PixelBox.From(word.Box, ink.Size).Height >= SmallestPixels && ink.Contrast(MiddleOf(word, ink)) >= FaintestContrast;

    // Between ascent and descent there is room into which other lines may reach.
    private static PixelBox MiddleOf(Word word, InkMap ink)
    {
        var box = PixelBox.From(word.Box, ink.Size);
        var inset = box.Height / 6;
        return box with { Top = box.Top + inset, Bottom = box.Bottom - inset };
    }

    private static bool ContradictsPicture(List<Word> words, InkMap ink)
    {
        var (wordColumns, inkedWordColumns, spaceColumns, inkedSpaceColumns) = (0, 0, 0, 0);
        for (var index = 0; index < words.Count; index++)
        {
            var box = MiddleOf(words[index], ink);
            wordColumns += box.Width;
            inkedWordColumns += ink.InkedColumns(box);
            if (index + 1 < words.Count && SpaceBetween(box, MiddleOf(words[index + 1], ink)) is { } space)
            {
                spaceColumns += space.Width;
                inkedSpaceColumns += ink.InkedColumns(space);
            }
        }

        return inkedWordColumns < wordColumns * LeastInkInWords
            || (spaceColumns >= FewestSpaceColumns && inkedSpaceColumns > spaceColumns * MostInkInSpaces);
    }

    // The middle of the line only, away from underlines; a pixel less on both sides, as pictures are soft.
    private static PixelBox? SpaceBetween(PixelBox word, PixelBox next)
    {
        var isOneLine = Math.Abs(word.CenterY - next.CenterY) < Math.Min(word.Height, next.Height) / 3.0;
        var (left, right) = (word.Right + 1, next.Left - 1);
        if (!isOneLine || right - left < 1 || right - left > word.Height * 1.5)
        {
            return null;
        }

        var (top, bottom) = (Math.Max(word.Top, next.Top), Math.Min(word.Bottom, next.Bottom));
        var inset = (bottom - top) / 4;
        return bottom - top > 2 ? new PixelBox(left, top + inset, right, bottom - inset) : null;
    }
}
