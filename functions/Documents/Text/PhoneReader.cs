namespace GroundedDocs.Documents.Text;

/// <summary>Reads telephone and fax numbers.</summary>
public static class PhoneReader
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;
    private const int MinSharedDigits = 7;

    /// <summary>The digits of a number in E.164 length (ITU-T E.164: at most 15), without country exit code; null when it is no phone number.</summary>
    public static string? Digits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Limits.MaxTypedValueLength)
        {
            return null;
        }

        Span<char> digits = stackalloc char[Limits.MaxTypedValueLength];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
            }
            else if (c is not (' ' or '+' or '-' or '(' or ')' or '/' or '.' or '\u00A0' or '\u2013'))
            {
                return null;
            }
        }

        return length is >= MinDigits and <= MaxDigits + 2 ? digits[..length].TrimStart('0').ToString() : null;
    }

    /// <summary>Whether two numbers are the same when one of them leaves out the country code or the trunk zero.</summary>
    public static bool AreSame(string digits, string other)
    {
        ArgumentNullException.ThrowIfNull(digits);
        ArgumentNullException.ThrowIfNull(other);
        var (longer, shorter) = digits.Length >= other.Length ? (digits, other) : (other, digits);
        return shorter.Length >= MinSharedDigits
            && longer.Length - shorter.Length <= 4
            && longer.EndsWith(shorter, StringComparison.Ordinal);
    }
}
