using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Takes the check boxes that were found on the picture out of the words that recognition read.</summary>
/// <param name="size">The page in pixels, turned upright.</param>
/// <param name="ink">Its ink, or null when the page was turned, so that the places differ.</param>
internal sealed class CheckBoxWords(PixelSize size, InkMap? ink)
{
    /// <summary>Pixels of soft edge around a word's ink.</summary>
    private const int SoftEdge = 2;

    /// <summary>Words up to this length that a square covers are its outline and its mark.</summary>
    private const int LongestMark = 2;

    /// <summary>Words without the ink of check boxes: those that are a misread one are gone, those that hold one are cut.</summary>
    public IReadOnlyList<Word> Without(IReadOnlyList<Word> words, IReadOnlyList<CheckBox> checkBoxes)
    {
        CheckBox[] drawn = [.. checkBoxes.Where(box => box.Source == WordSource.Recognition)];
        return drawn.Length == 0 ? words : [.. words.Select(word => drawn.Aggregate((Word?)word, Cut)).OfType<Word>()];
    }

    private Word? Cut(Word? word, CheckBox box)
    {
        if (word is null || word.Source != WordSource.Recognition || word.Box.VerticalOverlap(box.Box) < 0.5)
        {
            return word;
        }

        if (word.Text.Length <= LongestMark && word.Box.Intersection(box.Box).Area > 0.5 * word.Box.Area)
        {
            return null;
        }

        var inset = LetterEvidence.LargestInset * box.Box.Width;
        return word.Box.Left < box.Box.Right && word.Box.Left > box.Box.Left - inset && word.Box.Right > box.Box.Right
                ? After(word, box.Box)
            : word.Box.Right > box.Box.Left && word.Box.Right < box.Box.Right + inset && word.Box.Left < box.Box.Left
                ? Before(word, box.Box)
            : word;
    }

    private Word After(Word word, BoundingBox box)
    {
        var start = 0;
        while (
            start < word.Text.Length - 1
            && LetterEvidence.IsInside(word.BoxOf(start, start + 1), box)
            && !LetterEvidence.IsSureLetter(word, start)
        )
        {
            start++;
        }

        var part = WordPart.Of(word, start, word.Text.Length);
        return Tight(part, BoundingBox.FromEdges(Math.Max(part.Box.Left, box.Right), part.Box.Top, part.Box.Right, part.Box.Bottom));
    }

    private Word Before(Word word, BoundingBox box)
    {
        var end = word.Text.Length;
        while (end > 1 && LetterEvidence.IsInside(word.BoxOf(end - 1, end), box) && !LetterEvidence.IsSureLetter(word, end - 1))
        {
            end--;
        }

        var part = WordPart.Of(word, 0, end);
        return Tight(part, BoundingBox.FromEdges(part.Box.Left, part.Box.Top, Math.Min(part.Box.Right, box.Left), part.Box.Bottom));
    }

    // The square may have been higher than the letters are.
    private Word Tight(Word word, BoundingBox box)
    {
        var letters = ink?.Tighten(PixelBox.From(box, size));
        return word with { Box = letters is { } tight ? box.Intersection(tight.Grown(SoftEdge, SoftEdge, size).Normalised(size)) : box };
    }
}
