using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Brings the check boxes of form fields, text and picture together: one for each place.</summary>
internal static class CheckBoxMerge
{
    /// <summary>
    /// All check boxes. A form field knows best what it holds, unless the picture shows a mark in it: such forms were filled in by
    /// drawing on them.
    /// </summary>
    public static IReadOnlyList<CheckBox> Merge(
        IReadOnlyList<CheckBox> fields,
        IReadOnlyList<CheckBox> glyphs,
        IReadOnlyList<CheckBox> drawn,
        IReadOnlyList<Word> words
    )
    {
        var merged = new List<CheckBox>();
        foreach (var known in fields.Concat(glyphs))
        {
            var seen = drawn.FirstOrDefault(box => IsSamePlace(box, known));
            var isMarkedByHand = seen is { IsSelected: true } && !known.IsSelected;
            merged.Add(isMarkedByHand ? known with { IsSelected = true, Confidence = seen!.Confidence } : known);
        }

        merged.AddRange(drawn.Where(box => !merged.Any(known => IsSamePlace(box, known)) && !IsInsideWord(box, words)));
        return merged;
    }

    /// <summary>Words without those that are a check box misread as a letter or a pair of brackets.</summary>
    public static IReadOnlyList<Word> WithoutMisread(IReadOnlyList<Word> words, IReadOnlyList<CheckBox> checkBoxes) =>
        checkBoxes.Count == 0
            ? words
            :
            [
                .. words.Where(word =>
                    !IsMisread(word) || !checkBoxes.Any(box => box.Source == WordSource.Recognition && Covers(box, word))
                ),
            ];

    private static bool IsSamePlace(CheckBox a, CheckBox b) =>
        a.Box.IntersectionOverUnion(b.Box) > 0.25 || b.Box.Intersection(a.Box).Area > 0.7 * Math.Min(a.Box.Area, b.Box.Area);

    // The text layer knows that a square-looking glyph is part of a word.
    private static bool IsInsideWord(CheckBox box, IReadOnlyList<Word> words) =>
        words.Any(word =>
            word.Source == WordSource.TextLayer
            && word.Box.Intersection(box.Box).Area > 0.6 * box.Box.Area
            && (word.Text.Length > 1 || (word.Box.Height < box.Box.Height * 2.4 && !IsMark(word)))
        );

    private static bool IsMark(Word word) => word.Text is "X" or "x" or "✓" or "✔" or "✗" or "✘" or "●" or "■";

    /// <summary>
    /// Check boxes without those that are letters: a square well inside a recognised word, lower than the word.
    /// </summary>
    public static IReadOnlyList<CheckBox> WithoutLetters(IReadOnlyList<CheckBox> checkBoxes, IReadOnlyList<Word> words) =>
        [.. checkBoxes.Where(box => box.Source != WordSource.Recognition || !words.Any(word => IsLetterOf(box, word)))];

    private static bool IsLetterOf(CheckBox box, Word word) =>
        !IsMisread(word)
        && word.Box.Intersection(box.Box).Area > 0.6 * box.Box.Area
        && (
            box.Box.Height < 0.8 * word.Box.Height
            || (word.Box.Left < box.Box.Left - box.Box.Width && word.Box.Right > box.Box.Right + box.Box.Width)
        );

    private static bool IsMisread(Word word) => word.Text.Length == 1 || word.Text is "[]" or "()" or "[X" or "X]" or "[x" or "x]";

    private static bool Covers(CheckBox box, Word word) => word.Box.Intersection(box.Box).Area > 0.5 * word.Box.Area;
}
