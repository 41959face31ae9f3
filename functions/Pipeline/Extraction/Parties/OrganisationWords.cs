using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>Words by which names of organisations and streets are known.</summary>
internal static class OrganisationWords
{
    private static readonly string[] StreetEndings = ["strasse", "str", "straat", "weg", "platz", "allee", "gasse", "laan"];
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
        return NamesStreet(words) || (words.Count > 1 && words.Exists(w => w.Length <= 5 && char.IsAsciiDigit(w[0])));
    }

    /// <summary>Whether a line has a word for a street.</summary>
    public static bool NamesStreet(string text) => NamesStreet([.. Squeezed(text)]);

    private static bool NamesStreet(List<string> words) =>
        words.Any(Words["streets"].Contains)
        || words.Exists(w => StreetEndings.Any(ending => w.Length > ending.Length && w.EndsWith(ending, StringComparison.Ordinal)));

    private static IEnumerable<string> Squeezed(string text) =>
        text.Split([' ', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => TextFold.Squeeze(w)).Where(w => w.Length > 0);
}
