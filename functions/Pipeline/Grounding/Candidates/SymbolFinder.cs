using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Finds values without letters and digits, such as a dash, as whole words.</summary>
internal sealed class SymbolFinder(DocumentIndex index)
{
    private readonly Lazy<ILookup<string, int>> symbols = new(() =>
        Enumerable.Range(0, index.Words.Length).Where(w => index.Words[w].SqueezedLength == 0).ToLookup(w => index.Words[w].Source.Text)
    );

    public void Find(ValuePattern value, List<Candidate> found)
    {
        foreach (var word in symbols.Value[value.Plain].Take(Limits.MaxCandidates))
        {
            var place = new Place([word], 0, value.Plain.Length);
            found.Add(new Candidate(place, MatchTier.Exact, 1, index.Words[word].PageIndex, index.Words[word].Box));
        }
    }
}
