using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>
/// Everything that is looked up about a document's words, built once: rows and segments by geometry, the squeezed text
/// in flow order with the way back to the words. Words that have no text or no drawable box are left out.
/// </summary>
internal sealed class DocumentIndex
{
    private readonly bool[] recognised;

    private DocumentIndex(
        DocumentLayout layout,
        PageScale[] scales,
        IndexedWord[] words,
        WordRun[] rows,
        WordRun[] segments,
        int[] flow,
        string squeezed
    )
    {
        Layout = layout;
        recognised =
        [
            .. layout.Pages.Select(page => page.Words.Count == 0 || page.Words.Any(word => word.Source == WordSource.Recognition)),
        ];
        Scales = scales;
        Words = words;
        Rows = rows;
        Segments = segments;
        Flow = flow;
        Squeezed = squeezed;
        Spans = WordSpanTable.Build(words, squeezed);
        CheckBoxes =
        [
            .. layout.Pages.SelectMany((page, i) => page.CheckBoxes.Where(b => b.Box.IsDrawable).Select(b => new IndexedCheckBox(b, i))),
        ];
    }

    public DocumentLayout Layout { get; }

    /// <summary>One entry a page.</summary>
    public PageScale[] Scales { get; }

    /// <summary>All words: page by page, row by row from the top, left to right.</summary>
    public IndexedWord[] Words { get; }

    public WordRun[] Rows { get; }

    public WordRun[] Segments { get; }

    /// <summary>Indices into <see cref="Words"/> in the order in which the text flows.</summary>
    public int[] Flow { get; }

    /// <summary>The squeezed texts of all words in flow order, without separators.</summary>
    public string Squeezed { get; }

    /// <summary>Finds words by their squeezed text.</summary>
    public WordSpanTable Spans { get; }

    /// <summary>The check boxes of all pages.</summary>
    public IndexedCheckBox[] CheckBoxes { get; }

    public int PageCount => Scales.Length;

    public static DocumentIndex Build(DocumentLayout layout)
    {
        var builder = new DocumentIndexBuilder();
        var scales = new PageScale[layout.Pages.Count];
        for (var page = 0; page < scales.Length; page++)
        {
            scales[page] = builder.AddPage(layout.Pages[page], page);
        }

        var (words, rows, segments, flow, squeezed) = builder.Finish();
        return new DocumentIndex(layout, scales, words, rows, segments, flow, squeezed);
    }

    /// <summary>The words whose whole squeezed text is the token, in document order.</summary>
    public IEnumerable<int> WordsThatSay(string token)
    {
        var hash = TextHash.Of(token);
        for (var entry = Spans.First(hash, token); entry >= 0; entry = Spans.Next(entry, hash, token))
        {
            var span = Spans[entry];
            if (span.Start == 0 && span.End == Words[span.Word].SqueezedLength)
            {
                yield return span.Word;
            }
        }
    }

    public PageScale ScaleOf(int word) => Scales[Words[word].PageIndex];

    public ReadOnlySpan<char> SqueezedOf(int word) => Squeezed.AsSpan(Words[word].SqueezedStart, Words[word].SqueezedLength);

    /// <summary>Whether text was recognised on the page or nothing was read there: a text layer is not misread.</summary>
    public bool IsRecognised(int pageIndex) => recognised[pageIndex];

    /// <summary>Whether any page is recognised.</summary>
    public bool HasRecognition => recognised.Contains(true);

    /// <summary>The page number, from 1, as the layout states it.</summary>
    public int PageNumberOf(int pageIndex) => Layout.Pages[pageIndex].PageNumber;
}
