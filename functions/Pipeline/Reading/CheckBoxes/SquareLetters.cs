using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Tells the check boxes that were found on the picture from letters, by the words that recognition read there.</summary>
/// <param name="size">The page in pixels, turned upright.</param>
/// <param name="ink">Its ink, or null when the page was turned, so that the places differ.</param>
internal sealed class SquareLetters(PixelSize size, InkMap? ink)
{
    /// <summary>Share of a word's height below which a square inside it is one of its small letters.</summary>
    private const double SmallLetter = 0.8;

    /// <summary>Ink beside a square, as a share of its own, above which the square is not the letter that was read there.</summary>
    private const double MostBeside = 0.2;

    /// <summary>Recognition leaves at least this many pixels of soft edge around a word's ink.</summary>
    private const double SoftEdge = 1.5;

    /// <summary>
    /// Check boxes without those that are letters: a square well inside a recognised word or lower than the word, and one that is all
    /// the ink of a letter.
    /// </summary>
    public IReadOnlyList<CheckBox> Without(IReadOnlyList<CheckBox> checkBoxes, IReadOnlyList<Word> words) =>
        [.. checkBoxes.Where(box => box.Source != WordSource.Recognition || !words.Any(word => IsLetterOf(box, word)))];

    private bool IsLetterOf(CheckBox box, Word word) =>
        word.Box.Intersection(box.Box).Area > 0.6 * box.Box.Area
        && (HoldsLetters(box, word) || (!IsMisread(word) && (IsLower(box, word) || IsAmidst(box.Box, word.Box))));

    private bool IsLower(CheckBox box, Word word) => box.Box.Height < SmallLetter * (word.Box.Height - (2 * SoftEdge / size.Height));

    private static bool IsAmidst(BoundingBox box, BoundingBox word) =>
        word.Left < box.Left - box.Width && word.Right > box.Right + box.Width;

    // Squares are as wide as one letter. A lone empty one may be read as a letter, surely even.
    private bool HoldsLetters(CheckBox box, Word word) =>
        Enumerable
            .Range(0, word.Text.Length)
            .Count(i => char.IsLetterOrDigit(word.Text[i]) && LetterEvidence.IsInside(word.BoxOf(i, i + 1), box.Box)) > 1
        || (
            (box.IsSelected || !IsMisread(word))
            && Enumerable
                .Range(0, word.Text.Length)
                .Any(i => LetterEvidence.IsSureLetter(word, i) && IsAllInkOf(box.Box, word.BoxOf(i, i + 1)))
        );

    // The cell of a letter beside a square reaches over the square when nothing was read in it.
    private bool IsAllInkOf(BoundingBox box, BoundingBox character)
    {
        if (ink is null || character.Left > box.CenterX || character.Right < box.CenterX)
        {
            return false;
        }

        var square = PixelBox.From(box, size);
        var cell = PixelBox.From(character, size) with { Top = square.Top, Bottom = square.Bottom };
        var beside = ink.Count(cell with { Right = square.Left }) + ink.Count(cell with { Left = square.Right });
        return beside <= MostBeside * ink.Count(square);
    }

    private static bool IsMisread(Word word) => word.Text.Length == 1 || word.Text is "[]" or "()" or "[X" or "X]" or "[x" or "x]";
}
