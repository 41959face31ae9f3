using System.Text;

namespace GroundedDocs.App.Evaluation.Equality;

/// <summary>
/// The part of Unicode's compatibility normalisation (NFKC) that printed business documents use. The platform's own does nothing
/// when globalisation is invariant.
/// </summary>
internal static class Compatibility
{
    /// <summary>Composed characters, full-width forms, ligatures, superscripts and the like as plain ones.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (c < 0x80)
            {
                plain.Append(c);
                continue;
            }

            plain.Append(Of(c) ?? c.ToString());
        }

        return plain.ToString();
    }

    private static string? Of(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => ((char)(c - 0xFEE0)).ToString(),
            '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => " ",
            '\uFB00' => "ff",
            '\uFB01' => "fi",
            '\uFB02' => "fl",
            '\uFB03' => "ffi",
            '\uFB04' => "ffl",
            '\u00AA' => "a",
            '\u00BA' => "o",
            '\u00B9' => "1",
            '\u00B2' => "2",
            '\u00B3' => "3",
            '\u2070' or (>= '\u2074' and <= '\u2079') => ((char)('0' + c - 0x2070)).ToString(),
            >= '\u2080' and <= '\u2089' => ((char)('0' + c - 0x2080)).ToString(),
            '\u00BC' => "1\u20444",
            '\u00BD' => "1\u20442",
            '\u00BE' => "3\u20444",
            '\u00B4' => " \u0301",
            '\u00A8' => " \u0308",
            '\u00B5' => "\u03BC",
            '\u2011' => "\u2010",
            '\u2024' => ".",
            '\u2025' => "..",
            '\u2026' => "...",
            '\u2100' => "a/c",
            '\u2105' => "c/o",
            '\u2116' => "No",
            '\u2120' => "SM",
            '\u2121' => "TEL",
            '\u2122' => "TM",
            '\u2126' => "\u03A9",
            _ => null,
        };
}
