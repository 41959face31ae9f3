using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Finds values without letters and digits, such as a dash or a currency's sign, as words or at either end of one.</summary>
internal sealed class SymbolFinder(DocumentIndex index)
{
    private const double PartFit = 0.85;
    private const double PossibleFit = 0.8;

    // A recogniser that read one character of no line is often wrong, and then holds the right one for this probable.
    private const double LeastPossible = 0.02;

    public void Find(ValuePattern value, List<Candidate> found)
    {
        if (value.Plain.Length == 0)
        {
            return;
        }

        for (var word = 0; word < index.Words.Length && found.Count < Limits.MaxCandidates; word++)
        {
            var text = index.Words[word].Source.Text;
            var start = text.IndexOf(value.Plain, StringComparison.Ordinal);
            if (start < 0 && MayBe(word, value.Plain))
            {
                found.Add(Candidate.At(index, Place.Of(index, [word]), MatchTier.Fuzzy, PossibleFit));
            }

            if (start < 0 || (start > 0 && start + value.Plain.Length < text.Length))
            {
                continue;
            }

            var isWhole = text.Length == value.Plain.Length;
            var place = new Place([word], start, start + value.Plain.Length);
            var (tier, fit) = isWhole ? (MatchTier.Exact, 1.0) : (MatchTier.SubWord, PartFit);
            found.Add(Candidate.At(index, place, tier, fit));
        }
    }

    private bool MayBe(int word, string symbol) =>
        symbol is [var character]
        && index.Words[word].Source is { Text.Length: 1, Lattice: { } lattice }
        && lattice.Steps.Any(step => step.Any(chance => chance.Character == character && chance.Probability >= LeastPossible));
}
