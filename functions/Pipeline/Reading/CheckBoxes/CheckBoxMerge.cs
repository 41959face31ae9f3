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
}
