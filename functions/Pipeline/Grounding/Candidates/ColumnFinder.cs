using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// Finds values that list what stands in a column of a table, however far apart: every word of the value in order, and nothing else in the
/// column between them. In a longer list a few words may be misread.
/// </summary>
internal sealed class ColumnFinder(DocumentIndex index)
{
    // Two words below each other happen by chance.
    private const int FewestWords = 3;
    private const int MostWords = 64;

    // Each printing of a word of the value costs a walk along its page.
    private const int MostStarts = 256;

    private const double ColumnFit = 0.85;
    private const double MisreadCost = 0.3;

    // The first word of a list may be the misread one.
    private const int Anchors = 2;

    public void Find(ValuePattern value, List<Candidate> found)
    {
        var texts = value.Text.Split((char[]?)null, MostWords + 1, StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length is < FewestWords or > MostWords)
        {
            return;
        }

        for (var anchor = 0; anchor < Anchors; anchor++)
        {
            var printed = index
                .WordsThatSay(TextFold.Squeeze(texts[anchor]))
                .Where(word => string.Equals(index.Words[word].Source.Text, texts[anchor], StringComparison.OrdinalIgnoreCase))
                .Take(MostStarts);
            found.AddRange(
                printed
                    .Select(word => Along(word, anchor, texts))
                    .OfType<Candidate>()
                    .Where(candidate => found.TrueForAll(c => c.Place.Key != candidate.Place.Key))
                    .ToList()
            );
        }
    }

    private Candidate? Along(int word, int anchor, string[] texts)
    {
        var walk = new ColumnWalk(index, texts);
        if (walk.From(word, anchor) is not { } words)
        {
            return null;
        }

        var place = new Place(words, 0, index.Words[words[^1]].Source.Text.Length);
        var tier = walk.Misread == 0 ? MatchTier.Scattered : MatchTier.Fuzzy;
        var fit = ColumnFit - (MisreadCost * walk.Misread / texts.Length);
        return new Candidate(place, tier, fit, index.Words[word].PageIndex, PlaceShape.Hull(index, words));
    }
}
