using System.Runtime.InteropServices;
using System.Text;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>Collects the parts of a <see cref="DocumentIndex"/> page by page.</summary>
internal sealed class DocumentIndexBuilder
{
    // In line heights: spaces between words of justified text and sentences of typewriting stay below it, gaps between columns above.
    private const double SegmentGap = 1.6;
    private const double MaxSize = 2.5;

    private readonly List<IndexedWord> words = [];
    private readonly List<WordRun> rows = [];
    private readonly List<WordRun> segments = [];
    private readonly List<int> flow = [];
    private readonly StringBuilder squeezed = new();

    public PageScale AddPage(PageLayout page, int pageIndex)
    {
        var usable = new List<Word>(page.Words.Count);
        foreach (var word in page.Words)
        {
            if (word.Box.IsDrawable && !string.IsNullOrWhiteSpace(word.Text))
            {
                usable.Add(word.Text.Length <= Limits.MaxWordLength ? word : word with { Text = word.Text[..Limits.MaxWordLength] });
            }
        }

        var scale = PageScale.Of(page, usable);
        var firstSegment = segments.Count;
        foreach (var row in RowBuilder.Build(usable, scale))
        {
            AddRow(row, pageIndex, scale);
        }

        var pageSegments = CollectionsMarshal.AsSpan(segments)[firstSegment..];
        foreach (var segment in FlowOrder.Of(pageSegments, scale))
        {
            Squeeze(pageSegments[segment]);
        }

        return scale;
    }

    public (IndexedWord[] Words, WordRun[] Rows, WordRun[] Segments, int[] Flow, string Squeezed) Finish() =>
        ([.. words], [.. rows], [.. segments], [.. flow], squeezed.ToString());

    private void AddRow(List<Word> row, int pageIndex, PageScale scale)
    {
        var firstInRow = words.Count;
        var firstInSegment = words.Count;
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0 && scale.GapAcross(row[i - 1].Box, row[i].Box) > SegmentGap * Size(row[i - 1], row[i], scale))
            {
                segments.Add(RunOf(firstInSegment, pageIndex));
                firstInSegment = words.Count;
            }

            words.Add(new IndexedWord(row[i], pageIndex, rows.Count, segments.Count, 0, 0));
        }

        segments.Add(RunOf(firstInSegment, pageIndex));
        rows.Add(RunOf(firstInRow, pageIndex));
    }

    // Spaces grow with the letters: those of headings and handwriting are wider than the page's usual ones.
    private static double Size(Word left, Word right, PageScale scale) =>
        Math.Clamp(scale.Down(Math.Min(left.Box.Height, right.Box.Height)), 1, MaxSize);

    private WordRun RunOf(int first, int pageIndex)
    {
        var box = words[first].Box;
        for (var i = first + 1; i < words.Count; i++)
        {
            box = box.Union(words[i].Box);
        }

        return new WordRun(pageIndex, first, words.Count - first, box);
    }

    private void Squeeze(WordRun segment)
    {
        for (var i = segment.FirstWord; i < segment.EndWord; i++)
        {
            var start = squeezed.Length;
            squeezed.Append(TextFold.Squeeze(words[i].Source.Text));
            words[i] = words[i] with { SqueezedStart = start, SqueezedLength = squeezed.Length - start };
            flow.Add(i);
        }
    }
}
