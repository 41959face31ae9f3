using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// Finds values that list what stands in a column or in a row of a table, however far apart: every word of the value and nothing else
/// between them. A longer list may hold a few misread words and may be printed in another order.
/// </summary>
internal sealed class ListFinder(DocumentIndex index)
{
    // Two words below each other happen by chance.
    private const int FewestWords = 3;
    private const int MostWords = 32;

    // Each printing of a word of the value costs a walk along its page.
    private const int MostStarts = 32;

    // One of the words that begin a search may be misread, another one read in pieces.
    private const int Anchors = 4;

    private const double ListFit = 0.85;

    // What a list would lose of which every word is misread.
    private const double FitLost = 0.3;
    private const double OtherOrderCost = 0.05;

    private readonly CellLines lines = new(index);

    public void Find(ValuePattern value, List<Candidate> found)
    {
        string[] texts = [.. value.Text.Split((char[]?)null).Where(text => text.Any(char.IsLetterOrDigit)).Take(MostWords + 1)];
        if (texts.Length is < FewestWords or > MostWords)
        {
            return;
        }

        var list = new ListedWords(index, texts);
        var starts = texts
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(text => index.WordsThatSay(TextFold.Squeeze(text)).Take(MostStarts + 1).ToList())
            .Where(words => words.Count > 0)
            .OrderBy(words => words.Count)
            .Take(Anchors)
            .SelectMany(words => words)
            .Take(MostStarts);
        foreach (var word in starts)
        {
            Add(list.In(lines.Column(word, texts.Length - 1)), texts.Length, found);
            Add(list.In(lines.Row(word, texts.Length - 1)), texts.Length, found);
        }
    }

    private void Add(ListMatch? match, int length, List<Candidate> found)
    {
        if (match is null)
        {
            return;
        }

        var place = Place.Of(index, match.Words);
        if (found.Exists(c => c.Place.Key == place.Key))
        {
            return;
        }

        var tier = match.Cost == 0 ? MatchTier.Scattered : MatchTier.Fuzzy;
        var fit = ListFit - (FitLost * match.Cost / length) - (match.IsInOrder ? 0 : OtherOrderCost);
        found.Add(Candidate.At(index, place, tier, fit));
    }
}
