using System.Globalization;
using System.Text;

namespace GroundedDocs.Documents.Text;

/// <summary>
/// Folds characters to the form in which texts are compared: lower case, without diacritics, full-width forms and
/// raised digits as plain ones, ligatures as their letters. It works character by character, so that offsets can be mapped back, and without
/// the platform's Unicode normalisation, which does nothing when globalisation is invariant.
/// </summary>
public static class TextFold
{
    // Latin-1 Supplement and Latin Extended-A, U+00C0 to U+017F, folded; '*' marks the few with two letters.
    private const string Latin =
        "aaaaaa*ceeeeiiiidnoooooxouuuuy**aaaaaa*ceeeeiiiidnooooo/ouuuuy*y"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The folded form of one character: none for marks, one to three letters otherwise.</summary>
    public static string Fold(char c)
    {
        if (c < 0x80)
        {
            return Ascii[char.ToLowerInvariant(c)];
        }

        return c switch
        {
            >= '\u00C0' and <= '\u017F' => Latin[c - 0xC0] == '*' ? Pair(c) : Ascii[Latin[c - 0xC0]],
            >= '\uFF01' and <= '\uFF5E' => Fold((char)(c - 0xFEE0)),
            '\u00B9' => "1",
            '\u00B2' => "2",
            '\u00B3' => "3",
            '\uFB00' => "ff",
            '\uFB01' => "fi",
            '\uFB02' => "fl",
            '\uFB03' => "ffi",
            '\uFB04' => "ffl",
            '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => "'",
            '\u201C' or '\u201D' or '\u201E' => "\"",
            >= '\u2010' and <= '\u2015' or '\u2212' => "-",
            '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\uFEFF' => "",
            _ => FoldOther(c),
        };
    }

    /// <summary>Letters and digits only, folded: what is left when case, diacritics, punctuation and spaces do not count.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            foreach (var folded in Fold(c))
            {
                if (char.IsLetterOrDigit(folded) || char.IsSurrogate(folded))
                {
                    squeezed.Append(folded);
                }
            }
        }

        return squeezed.ToString();
    }

    /// <summary>The words of a name or label, folded: split at spaces, punctuation, letter-digit borders and inner capitals.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (word.Length > 0 && (!char.IsLetterOrDigit(c) || StartsWord(text, i)))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (char.IsLetterOrDigit(c))
            {
                word.Append(Fold(c));
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(i => ((char)i).ToString())];

    private static bool StartsWord(string text, int at)
    {
        var (before, here) = (text[at - 1], text[at]);
        return char.IsDigit(before) != char.IsDigit(here)
            || (char.IsUpper(here) && char.IsLower(before))
            || (char.IsUpper(here) && char.IsUpper(before) && at + 1 < text.Length && char.IsLower(text[at + 1]));
    }

    private static string Pair(char c) =>
        c switch
        {
            '\u00C6' or '\u00E6' => "ae",
            '\u00DE' or '\u00FE' => "th",
            '\u00DF' => "ss",
            '\u0132' or '\u0133' => "ij",
            _ => "oe",
        };

    private static string FoldOther(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => "",
            UnicodeCategory.DecimalDigitNumber => ((char)('0' + (int)CharUnicodeInfo.GetNumericValue(c))).ToString(),
            _ => char.ToLowerInvariant(c).ToString(),
        };
}
