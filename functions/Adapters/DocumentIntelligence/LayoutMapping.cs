using GroundedDocs.Adapters.DocumentIntelligence.Answers;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Adapters.DocumentIntelligence;

/// <summary>
/// Maps the answer for one page to a layout: words to lines by the spans of the content, lines to blocks by table cells and
/// paragraphs, in the service's reading order. Pure.
/// </summary>
internal static class LayoutMapping
{
    /// <summary>The layout of the answer's first page.</summary>
    /// <param name="result">The answer for a picture of one page.</param>
    /// <param name="pageNumber">The page's number in its document, from 1.</param>
    /// <param name="sent">Size in pixels of the picture that was sent.</param>
    public static PageLayout Map(AnalyzeResult result, int pageNumber, PixelSize sent)
    {
        if (result.Pages is not [var page, ..])
        {
            return new PageLayout(pageNumber, sent, [], [], [], []);
        }

        var polygons = new PagePolygons(page.Width, page.Height, page.Angle ?? 0);
        var marks = (page.SelectionMarks ?? []).Select(mark => Mark(mark, polygons)).OfType<CheckBox>();
        var layout = new PageLayout(pageNumber, polygons.Turned(sent), [], [], [], [.. marks])
        {
            AppliedRotationDegrees = polygons.AppliedRotationDegrees,
            SkewDegrees = polygons.SkewDegrees,
        };
        return Arrange(layout, page, Groups(result), polygons);
    }

    private static PageLayout Arrange(PageLayout layout, AnalyzedPage page, IReadOnlyList<AnalyzedSpan> groups, PagePolygons polygons)
    {
        var words = new List<Word>();
        var lines = new List<Line>();
        var blocks = new List<Block>();
        var groupOfBlock = -1;
        foreach (var line in LinesOf(page))
        {
            var first = words.Count;
            words.AddRange(line.SelectMany(word => Words(word, polygons)));
            if (words.Count == first)
            {
                continue;
            }

            lines.Add(new Line(first, words.Count - first, BoundingBox.Enclosing(words.Skip(first).Select(word => word.Box))));
            var group = IndexOfGroup(groups, line[0].Span);
            if (group >= 0 && group == groupOfBlock)
            {
                var open = blocks[^1];
                blocks[^1] = open with { LineCount = open.LineCount + 1, Box = open.Box.Union(lines[^1].Box) };
            }
            else
            {
                blocks.Add(new Block(lines.Count - 1, 1, lines[^1].Box));
            }

            groupOfBlock = group;
        }

        return layout with
        {
            Words = words,
            Lines = lines,
            Blocks = blocks,
        };
    }

    /// <summary>The words line by line in the content's order; a word that no line claims is a line of its own.</summary>
    private static IEnumerable<List<AnalyzedWord>> LinesOf(AnalyzedPage page)
    {
        var words = (page.Words ?? []).OrderBy(word => word.Span.Offset).Take(DocumentIntelligenceLimits.WordsPerPage);
        var spans = (page.Lines ?? [])
            .SelectMany((line, index) => line.Spans.Select(span => (Span: span, Line: index)))
            .OrderBy(entry => entry.Span.Offset)
            .ToList();
        return words
            .Select(word => (Word: word, Line: LineOf(word, spans)))
            .GroupBy(entry => entry.Line >= 0 ? entry.Line : ~entry.Word.Span.Offset, entry => entry.Word)
            .Select(line => line.ToList());
    }

    private static int LineOf(AnalyzedWord word, List<(AnalyzedSpan Span, int Line)> spans)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Span.Offset <= word.Span.Offset ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && spans[low - 1].Span.Holds(word.Span) ? spans[low - 1].Line : -1;
    }

    /// <summary>What holds lines together, strongest first: a table's cell, then a paragraph.</summary>
    private static List<AnalyzedSpan> Groups(AnalyzeResult result) =>
        [
            .. (result.Tables ?? []).SelectMany(table => table.Cells ?? []).SelectMany(cell => cell.Spans ?? []),
            .. (result.Paragraphs ?? []).SelectMany(paragraph => paragraph.Spans),
        ];

    private static int IndexOfGroup(IReadOnlyList<AnalyzedSpan> groups, AnalyzedSpan word)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Holds(word))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The service sometimes keeps a space inside a word's content; our words have none.</summary>
    private static IEnumerable<Word> Words(AnalyzedWord word, PagePolygons polygons)
    {
        if (polygons.BoxOf(word.Polygon) is not { } box)
        {
            return [];
        }

        var confidence = Math.Clamp(word.Confidence, 0, 1);
        var whole = new Word(word.Content, box, confidence, WordSource.Service);
        return Runs(word.Content)
            .Select(run => new Word(word.Content[run], whole.BoxOf(run.Start.Value, run.End.Value), confidence, WordSource.Service));
    }

    private static IEnumerable<Range> Runs(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || char.IsWhiteSpace(text[at]))
            {
                if (at > start)
                {
                    yield return start..at;
                }

                start = at + 1;
            }
        }
    }

    private static CheckBox? Mark(AnalyzedMark mark, PagePolygons polygons) =>
        polygons.BoxOf(mark.Polygon) is { } box
            ? new CheckBox(box, mark.State == "selected", Math.Clamp(mark.Confidence, 0, 1), WordSource.Service)
            : null;
}
