using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Takes the ballot boxes of text (☐ ☑ ☒ and their relatives) out of its words.</summary>
internal static class GlyphCheckBoxes
{
    private const string Empty = "☐□❏❐❑❒◻▢⬜";
    private const string Marked = "☑☒▣⊠";

    /// <summary>The words without ballot boxes, and the ballot boxes.</summary>
    public static (IReadOnlyList<Word> Words, IReadOnlyList<CheckBox> CheckBoxes) Split(IReadOnlyList<Word> words)
    {
        var rest = new List<Word>(words.Count);
        var boxes = new List<CheckBox>();
        foreach (var word in words)
        {
            Split(word, rest, boxes);
        }

        return (rest, boxes);
    }

    private static void Split(Word word, List<Word> rest, List<CheckBox> boxes)
    {
        var start = 0;
        for (var index = 0; index < word.Text.Length; index++)
        {
            var isMarked = Marked.Contains(word.Text[index], StringComparison.Ordinal);
            if (!isMarked && !Empty.Contains(word.Text[index], StringComparison.Ordinal))
            {
                continue;
            }

            boxes.Add(new CheckBox(word.BoxOf(index, index + 1), isMarked, word.Confidence, word.Source));
            Keep(word, start, index, rest);
            start = index + 1;
        }

        Keep(word, start, word.Text.Length, rest);
    }

    private static void Keep(Word word, int start, int end, List<Word> rest)
    {
        if (end > start)
        {
            rest.Add(WordPart.Of(word, start, end));
        }
    }
}
