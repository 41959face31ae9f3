using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>Words by which names of organisations and streets are known.</summary>
internal static class OrganisationWords
{
    private static readonly Dictionary<string, HashSet<string>> Words = Lexicons
        .Read<Dictionary<string, string[]>>("organisations")
        .ToDictionary(p => p.Key, p => p.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether a text ends, or nearly ends, in a legal form such as GmbH or Inc.</summary>
    public static bool HasLegalForm(string text) => Squeezed(text).Any(Words["suffixes"].Contains);

    /// <summary>Whether a text names a trade, as shops do.</summary>
    public static bool HasTrade(string text) => Squeezed(text).Any(Words["trades"].Contains);

    /// <summary>Whether a line looks like a street: a house number, or a word for a street.</summary>
    public static bool IsStreet(string text)
    {
        var words = Squeezed(text).ToList();
        return words.Any(Words["streets"].Contains)
            || words.Exists(w =>
                w.EndsWith("strasse", StringComparison.Ordinal)
                || w.EndsWith("str", StringComparison.Ordinal)
                || w.EndsWith("straat", StringComparison.Ordinal)
                || w.EndsWith("weg", StringComparison.Ordinal)
            )
            || (words.Count > 1 && words.Exists(w => w.Length <= 5 && char.IsAsciiDigit(w[0])));
    }

    private static IEnumerable<string> Squeezed(string text) =>
        text.Split([' ', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => TextFold.Squeeze(w)).Where(w => w.Length > 0);
}
