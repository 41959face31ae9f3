using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>
/// Label terms that a token may be with one letter misread, lost or added, found by what is left of both without one letter
/// (the symmetric deletions of Garbe's SymSpell, https://github.com/wolfgarbe/SymSpell), so that a look-up costs the token's length.
/// </summary>
internal sealed class MisreadTerms(IEnumerable<string> terms)
{
    // One letter makes another word of a short one: date, rate, late. Where the two look alike, it may be the same word all the same.
    private const int MinLength = 5;
    private const int MinLengthOfAlike = 4;

    private readonly ILookup<string, string> byRest = terms
        .Where(term => term.Length >= MinLengthOfAlike)
        .SelectMany(Rests, (term, rest) => (Term: term, Left: rest))
        .ToLookup(entry => entry.Left, entry => entry.Term, StringComparer.Ordinal);

    /// <summary>The terms that differ from the token in one letter.</summary>
    public IEnumerable<string> Like(string token) =>
        token.Length < MinLengthOfAlike
            ? []
            : Rests(token).SelectMany(rest => byRest[rest]).Distinct().Where(term => IsOneLetterOff(term, token));

    // Of equal lengths the same letter must be the odd one in both: a letter that moved is another matter.
    private static bool IsOneLetterOff(string term, string token)
    {
        var isLong = Math.Min(term.Length, token.Length) >= MinLength;
        if (term.Length != token.Length)
        {
            return isLong;
        }

        var odd = term.Zip(token).Where(pair => pair.First != pair.Second).ToList();
        return odd.Count == 1 && (isLong || CharacterConfusion.Cost(odd[0].First, odd[0].Second) < 1);
    }

    private static IEnumerable<string> Rests(string word)
    {
        yield return word;
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Remove(at, 1);
        }
    }
}
