using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Extraction.Sheets;

/// <summary>Brings printed labels and field names to one form: folded words, abbreviations written out, signs as words.</summary>
internal static class LabelText
{
    private const int MinCompoundEnd = 7;
    private const int MinMisspeltLength = 7;
    private static readonly Dictionary<string, string> Abbreviations = Lexicons.Read<Dictionary<string, string>>("abbreviations");
    private static readonly HashSet<string> Noise = [.. Lexicons.Read<string[]>("noise")];

    /// <summary>The words of a text.</summary>
    public static IReadOnlyList<string> Pieces(string text)
    {
        var plain = text.Replace("№", " number ", StringComparison.Ordinal)
            .Replace("n°", " number ", StringComparison.OrdinalIgnoreCase)
            .Replace("nº", " number ", StringComparison.OrdinalIgnoreCase)
            .Replace("#", " number ", StringComparison.Ordinal)
            .Replace("%", " percent ", StringComparison.Ordinal);
        return [.. TextFold.Words(plain).Select(w => Abbreviations.GetValueOrDefault(w, w))];
    }

    /// <summary>Whether a word says nothing by itself: an article, a preposition, a lone letter.</summary>
    public static bool IsNoise(string piece) => Noise.Contains(piece);

    /// <summary>Whether a printed word is a label's word but for an ending, a compound's first part or, where it may be misread, a letter.</summary>
    public static bool AreAlike(string printed, string wanted, bool mayBeMisread)
    {
        if (printed == wanted)
        {
            return true;
        }

        // Schemas misspell long words, too; a short word with another letter is another word.
        var isShort = Math.Min(printed.Length, wanted.Length) < MinMisspeltLength;
        if (!mayBeMisread && isShort && !DifferInEnding(printed, wanted))
        {
            return false;
        }

        // German puts words together: a Handelsrechnung is a Rechnung.
        if (wanted.Length >= MinCompoundEnd && printed.Length > wanted.Length + 2 && printed.EndsWith(wanted, StringComparison.Ordinal))
        {
            return true;
        }

        if (Math.Min(printed.Length, wanted.Length) < 4 || printed[0] != wanted[0] && printed.Length < 6)
        {
            return false;
        }

        var allowed = Math.Min(printed.Length, wanted.Length) >= 8 ? 2 : 1;
        return Math.Abs(printed.Length - wanted.Length) <= allowed
            && !printed.Any(char.IsDigit)
            && EditDistance(printed, wanted, allowed) <= allowed;
    }

    private static bool DifferInEnding(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    // Optimal string alignment without transpositions, cut off at the allowed distance.
    private static int EditDistance(string left, string right, int allowed)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                best = Math.Min(best, current[j]);
            }

            if (best > allowed)
            {
                return best;
            }

            previous = current;
        }

        return previous[^1];
    }
}
