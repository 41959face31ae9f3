namespace GroundedDocs.Documents.Text;

/// <summary>Recognises identifiers that carry a check digit, so that a misread character shows.</summary>
public static class IdentifierReader
{
    private const int MinIbanLength = 15;
    private const int MaxIbanLength = 34;

    /// <summary>The IBAN without spaces, in capitals, when its check digits are right (ISO 13616, ISO 7064 mod 97-10); null otherwise.</summary>
    public static string? Iban(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LooksLikeIban(text) is { } iban && Modulo97(iban) == 1 ? iban : null;
    }

    /// <summary>The text without spaces, in capitals, when it has an IBAN's shape, whatever its check digits say; null otherwise.</summary>
    public static string? LooksLikeIban(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Limits.MaxTypedValueLength)
        {
            return null;
        }

        var plain = TextFold.Squeeze(text).ToUpperInvariant();
        var hasShape =
            plain.Length is >= MinIbanLength and <= MaxIbanLength
            && char.IsAsciiLetterUpper(plain[0])
            && char.IsAsciiLetterUpper(plain[1])
            && char.IsAsciiDigit(plain[2])
            && char.IsAsciiDigit(plain[3])
            && plain.All(char.IsAsciiLetterOrDigit);
        return hasShape ? plain : null;
    }

    private static int Modulo97(string iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + (c - '0')) % 97 : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder;
    }
}
