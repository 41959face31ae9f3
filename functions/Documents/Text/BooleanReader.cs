namespace GroundedDocs.Documents.Text;

/// <summary>Reads the words and marks that say yes or no.</summary>
public static class BooleanReader
{
    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal)
    {
        "yes",
        "y",
        "true",
        "ja",
        "oui",
        "si",
        "sim",
        "x",
        "checked",
        "selected",
        "on",
        "wahr",
        "vrai",
        "vero",
    };

    private static readonly HashSet<string> No = new(StringComparer.Ordinal)
    {
        "no",
        "n",
        "false",
        "nein",
        "non",
        "nee",
        "nao",
        "unchecked",
        "unselected",
        "off",
        "falsch",
        "faux",
        "falso",
    };

    /// <summary>True, false, or null when the text says neither.</summary>
    public static bool? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Limits.MaxTypedValueLength)
        {
            return null;
        }

        var trimmed = text.Trim();
        if (trimmed.Length == 1 && trimmed[0] is '☐' or '□' or '☒' or '☑' or '✓' or '✔' or '■')
        {
            return trimmed[0] is not ('☐' or '□');
        }

        var squeezed = TextFold.Squeeze(trimmed);
        return Yes.Contains(squeezed) ? true
            : No.Contains(squeezed) ? false
            : null;
    }
}
