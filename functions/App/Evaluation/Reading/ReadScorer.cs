using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.App.Evaluation.Reading;

/// <summary>Compares layouts with transcripts, document by document.</summary>
internal sealed class ReadScorer
{
    private int found;
    private int read;
    private int printed;
    private int edits;
    private int characters;

    /// <summary>The figures over everything that was added; null when nothing was.</summary>
    public ReadFigures? Figures =>
        printed == 0 ? null : new ReadFigures(new Accuracy(found, read, printed), characters > 0 ? (double)edits / characters : null);

    /// <summary>Adds a document.</summary>
    /// <param name="transcript">Words or whole lines, each with the region around it.</param>
    /// <param name="layout">What was read.</param>
    public void Add(IReadOnlyList<(string Text, PageRegion Region)> transcript, DocumentLayout layout)
    {
        var truth = transcript.SelectMany(entry => entry.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Folded).ToArray();
        var words = layout
            .Pages.SelectMany(page =>
                page.Words.Select(word => (Text: Folded(word.Text), Region: new PageRegion(page.PageNumber, word.Box)))
            )
            .ToArray();
        printed += truth.Length;
        read += words.Length;
        found += CountShared(truth, words.Select(word => word.Text));
        var inside = words.ToLookup(word => RegionOf(word.Region, transcript));
        for (var i = 0; i < transcript.Count; i++)
        {
            var expected = Folded(transcript[i].Text);
            edits += EditDistance.Between(
                expected,
                string.Concat(inside[i].OrderBy(word => word.Region.Box.Left).Select(word => word.Text))
            );
            characters += expected.Length;
        }
    }

    private static string Folded(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static int CountShared(IEnumerable<string> truth, IEnumerable<string> words)
    {
        var left = words.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = 0;
        foreach (var word in truth)
        {
            if (left.TryGetValue(word, out var count) && count > 0)
            {
                left[word] = count - 1;
                shared++;
            }
        }

        return shared;
    }

    /// <summary>The transcribed region that covers most of a word; -1 when none covers half of it.</summary>
    private static int RegionOf(PageRegion word, IReadOnlyList<(string Text, PageRegion Region)> transcript)
    {
        var (best, most) = (-1, word.Box.Area / 2);
        for (var i = 0; i < transcript.Count; i++)
        {
            var region = transcript[i].Region;
            var shared = region.PageNumber == word.PageNumber ? region.Box.Intersection(word.Box).Area : 0;
            (best, most) = shared > most ? (i, shared) : (best, most);
        }

        return best;
    }
}
