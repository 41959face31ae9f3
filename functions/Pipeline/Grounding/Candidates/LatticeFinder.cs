using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>
/// Finds values that the recogniser itself held possible though it read something else: the words of which its own second and
/// third choices spell the value, with nothing left over.
/// </summary>
internal sealed class LatticeFinder(DocumentIndex index)
{
    // Two characters are spelled by chance on every page.
    private const int MinLength = 3;
    private const int MaxLength = 60;
    private const int MaxWords = 8;

    // Measured on scanned forms and receipts: up to here no value of another document was found that was not found before.
    private const double MaxCostPerCharacter = 1.3;
    private const double FitOfPerfect = 0.9;
    private const double FitLost = 0.25;

    // Bits of the characters that a word may show. A value that begins with another character does not begin there.
    private const int Bits = 64;

    // For each word its characters; none where the words from it on, as many as a value may have, hold nothing to choose from.
    private readonly Lazy<ulong[]> characters = new(() => Characters(index));

    public void Find(ValuePattern value, List<Candidate> found)
    {
        var text = Fold(value.Plain);
        if (text.Length is < MinLength or > MaxLength)
        {
            return;
        }

        var places = new List<Candidate>();
        for (var word = 0; word < index.Words.Length; word++)
        {
            if (
                (characters.Value[word] & Bit(text[0])) != 0
                && At(text, word) is { } candidate
                && found.TrueForAll(c => c.Place.Key != candidate.Place.Key)
            )
            {
                places.Add(candidate);
            }
        }

        found.AddRange(places.OrderByDescending(place => place.Fit).Take(Limits.MaxFuzzyPlaces));
    }

    private static string Fold(string plain) =>
        plain.Length > MaxLength ? plain : string.Concat(plain.Select(character => TextFold.Fold(character)));

    // The best of the places that begin with a word.
    private Candidate? At(string text, int first)
    {
        var least = -MaxCostPerCharacter * text.Length;
        var alignment = new LatticeAlignment(text, least);
        var (best, end) = (least, -1);
        for (var word = first; word < index.Words.Length && MayBelongTo(index, first, word); word++)
        {
            alignment.Add(index.Words[word].Source);
            if (alignment.Score > best)
            {
                (best, end) = (alignment.Score, word);
            }

            if (!alignment.IsOpen)
            {
                break;
            }
        }

        return end < 0 ? null : Judge(first, end, best / least);
    }

    private Candidate Judge(int first, int last, double cost)
    {
        int[] words = [.. Enumerable.Range(first, last - first + 1)];
        var fit = (FitOfPerfect * (1 - (FitLost * cost))) - PlaceShape.Cost(index, words);
        return Candidate.At(index, Place.Of(index, words), MatchTier.Fuzzy, fit);
    }

    private static bool MayBelongTo(DocumentIndex index, int first, int word) =>
        word < first + MaxWords && index.Words[word].Row == index.Words[first].Row;

    private static ulong[] Characters(DocumentIndex index)
    {
        var found = new ulong[index.Words.Length];
        var last = -1;
        for (var word = found.Length - 1; word >= 0; word--)
        {
            last = index.Words[word].Source.Lattice is null ? last : word;
            found[word] = last >= 0 && MayBelongTo(index, word, last) ? CharactersOf(index.Words[word].Source) : 0;
        }

        return found;
    }

    private static ulong CharactersOf(Word word)
    {
        var shown = word.Lattice is { } lattice ? lattice.Steps.SelectMany(step => step.Select(chance => chance.Character)) : word.Text;
        return shown.SelectMany(TextFold.Fold).Aggregate(0UL, (bits, character) => bits | Bit(character));
    }

    private static ulong Bit(char character) => 1UL << (character % Bits);
}
