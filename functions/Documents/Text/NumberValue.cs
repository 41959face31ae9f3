using System.Globalization;

namespace GroundedDocs.Documents.Text;

/// <summary>Turns a run of digits and separators into a number.</summary>
internal static class NumberValue
{
    /// <summary>The value under a decimal sign; null when the digits are not grouped as a number's are.</summary>
    public static decimal? Of(ReadOnlySpan<char> run, char decimalSign)
    {
        var fraction = run.IndexOf(decimalSign);
        var whole = fraction < 0 ? run : run[..fraction];
        Span<char> plain = stackalloc char[Limits.MaxNumberDigits + 1];
        var length = 0;
        if (!Whole(whole, decimalSign, plain, ref length))
        {
            return null;
        }

        if (fraction >= 0)
        {
            plain[length++] = '.';
            foreach (var c in run[(fraction + 1)..])
            {
                if (!char.IsAsciiDigit(c) || length == plain.Length)
                {
                    return null;
                }

                plain[length++] = c;
            }
        }

        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    // Groups of three, or of two before the last three as in India; the first one has one to three digits and no leading zero.
    private static bool Whole(ReadOnlySpan<char> whole, char decimalSign, Span<char> plain, ref int length)
    {
        var group = 0;
        var groups = 0;
        for (var at = 0; at <= whole.Length; at++)
        {
            if (at < whole.Length && char.IsAsciiDigit(whole[at]))
            {
                if (length >= plain.Length - 1)
                {
                    return false;
                }

                plain[length++] = whole[at];
                group++;
                continue;
            }

            var isLast = at == whole.Length;
            var isGroup = groups == 0 ? isLast || (group is >= 1 and <= 3 && whole[0] != '0') : group == 3 || (group == 2 && !isLast);
            if (!isGroup || (!isLast && whole[at] == decimalSign))
            {
                return false;
            }

            groups++;
            group = 0;
        }

        return true;
    }
}
