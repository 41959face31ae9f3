using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Prose;

/// <summary>The running text of a document, in the reader's order, with the way back to its words.</summary>
internal sealed class ProseText
{
    // Terms and governing law may stand on the last page; a contract of twenty pages has about 100,000 characters.
    private const int MaxCharacters = 400_000;

    private const int HeadCharacters = 3_000;

    private readonly List<(int Start, Token Token)> places = [];

    public ProseText(IEnumerable<PageLayout> pages)
    {
        var text = new System.Text.StringBuilder();
        foreach (var page in pages)
        {
            foreach (var word in page.Words.Where(w => w.Box.IsDrawable && text.Length < MaxCharacters))
            {
                places.Add((text.Length, new Token(word.Text, word.Box, page.PageNumber, word.Confidence)));
                text.Append(word.Text).Append(' ');
            }
        }

        Text = text.ToString();
    }

    /// <summary>All words joined by single spaces.</summary>
    public string Text { get; }

    /// <summary>Where an agreement says what it is, of when, and between whom: its first 3,000 characters.</summary>
    public string Head => Text[..Math.Min(HeadCharacters, Text.Length)];

    /// <summary>The words that a stretch of the text touches, as far as they stand on one page.</summary>
    public Run RunAt(int start, int length)
    {
        var touched = places.Where(p => p.Start < start + length && p.Start + p.Token.Text.Length > start).Select(p => p.Token).ToList();
        return new Run([.. touched.Where(t => t.PageNumber == touched[0].PageNumber)]);
    }
}
