using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.CheckBoxes;

/// <summary>Cuts words where a check box parts them.</summary>
internal static class WordPart
{
    /// <summary>Characters <paramref name="start"/> up to, not including, <paramref name="end"/>; at least one.</summary>
    public static Word Of(Word word, int start, int end)
    {
        if (start == 0 && end == word.Text.Length)
        {
            return word;
        }

        var confidences = word.CharacterConfidences?.Skip(start).Take(end - start).ToArray();
        return word with
        {
            Text = word.Text[start..end],
            Box = word.BoxOf(start, end),
            Confidence = confidences?.Average() ?? word.Confidence,
            CharacterEdges = word.CharacterEdges?.Skip(start).Take(end - start + 1).ToArray(),
            CharacterConfidences = confidences,
            Lattice = null,
        };
    }
}
