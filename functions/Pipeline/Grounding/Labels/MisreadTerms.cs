namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>
/// Label terms that a token may be with one letter misread, lost or added, found by what is left of both without one letter
/// (the symmetric deletions of Garbe's SymSpell, https://github.com/wolfgarbe/SymSpell), so that a look-up costs the token's length.
/// </summary>
internal sealed class MisreadTerms(IEnumerable<string> terms)
{
    // One letter makes another word of a short one: date, rate, late.
    private const int MinLength = 5;

    private readonly ILookup<string, string> byRest = terms
        .Where(term => term.Length >= MinLength)
        .SelectMany(Rests, (term, rest) => (Term: term, Left: rest))
        .ToLookup(entry => entry.Left, entry => entry.Term, StringComparer.Ordinal);

    /// <summary>The terms that differ from the token in one letter.</summary>
    public IEnumerable<string> Like(string token) =>
        token.Length < MinLength ? [] : Rests(token).SelectMany(rest => byRest[rest]).Distinct().Where(term => IsOneLetterOff(term, token));

    // Of equal lengths the same letter must be the odd one in both: a letter that moved is another matter.
    private static bool IsOneLetterOff(string term, string token) =>
        term.Length != token.Length || term.Zip(token).Count(pair => pair.First != pair.Second) == 1;

    private static IEnumerable<string> Rests(string word)
    {
        yield return word;
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Remove(at, 1);
        }
    }
}
