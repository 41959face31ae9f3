namespace GroundedDocs.Documents.Text;

/// <summary>
/// Reads numbers and amounts of money: either decimal sign, any grouping, currency before or after, parentheses or a
/// minus on either side, percent. Which decimal sign holds is not guessed here: <see cref="DocumentLocale"/> decides.
/// </summary>
public static class NumberReader
{
    /// <summary>All numbers in a text, from left to right. Digits inside codes, dates and times are no numbers.</summary>
    public static IReadOnlyList<NumberMention> Find(ReadOnlySpan<char> text)
    {
        List<NumberMention>? found = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!StartsNumber(text, at))
            {
                continue;
            }

            var end = EndOfDigits(text, at);
            if (ReadRun(text, at, end) is { } mention)
            {
                (found ??= []).Add(mention);
            }

            at = end - 1;
        }

        return found ?? (IReadOnlyList<NumberMention>)[];
    }

    /// <summary>The number that is the whole of a value, its currency or percent sign aside; null otherwise.</summary>
    public static NumberMention? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Limits.MaxTypedValueLength)
        {
            return null;
        }

        var trimmed = text.Trim();
        var found = Find(trimmed);
        return found.Count == 1 && found[0].Start == 0 && found[0].Length == trimmed.Length ? found[0] : null;
    }

    private static bool StartsNumber(ReadOnlySpan<char> text, int at)
    {
        var isDigit = char.IsAsciiDigit(text[at]);
        var isFraction =
            text[at] is '.' or ','
            && at + 1 < text.Length
            && char.IsAsciiDigit(text[at + 1])
            && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
        return isDigit || isFraction;
    }

    // The longest run of digits and the separators between them; a space groups only where three digits follow.
    private static int EndOfDigits(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var digits = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                digits++;
                end = at + 1;
            }
            else if (!IsSeparator(text[at]) && !(IsSpace(text[at]) && digits is > 0 and <= 3 && GroupFollows(text, at + 1)))
            {
                break;
            }
            else
            {
                digits = 0;
                if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1]))
                {
                    break;
                }
            }
        }

        return end;
    }

    private static NumberMention? ReadRun(ReadOnlySpan<char> text, int start, int end)
    {
        if (IsPartOfCode(text, start, end))
        {
            return null;
        }

        var digits = text[start..end];
        var point = NumberValue.Of(digits, '.');
        var comma = NumberValue.Of(digits, ',');
        if (point is null && comma is null)
        {
            return null;
        }

        var sign = NumberSign.Around(text, start, end);
        var before = CurrencyMarks.Before(text, sign.Start, out var from);
        var after = CurrencyMarks.After(text, sign.End, out var to);
        if (
            (before is null && start > 0 && sign.Start == start && char.IsLetter(text[start - 1]))
            || (after is null && ContinuesAsWord(text, sign.End))
        )
        {
            return null;
        }

        // The minus may also stand before the currency: -$5.00.
        var outer = before is null ? sign : NumberSign.Around(text, from, to);
        var isNegative = sign.IsNegative || outer.IsNegative;
        from = Math.Min(from, outer.Start);
        to = Math.Max(to, outer.End);
        var factor = isNegative ? -1 : 1;
        var isPercent = CurrencyMarks.Percent(text, ref to);
        return new NumberMention(
            from,
            to - from,
            sign.Start,
            sign.End - sign.Start,
            factor * point,
            factor * comma,
            before ?? after,
            isPercent
        );
    }

    private static bool IsPartOfCode(ReadOnlySpan<char> text, int start, int end)
    {
        var joinsBefore =
            start >= 2 && text[start - 1] is '/' or '-' or ':' or '.' or ',' or '_' or '#' && char.IsLetterOrDigit(text[start - 2]);
        var joinsAfter = end + 1 < text.Length && text[end] is '/' or '-' or ':' or '_' && char.IsLetterOrDigit(text[end + 1]);
        return joinsBefore || joinsAfter;
    }

    // A unit of up to three letters may follow at once (12kg); a longer word makes it a code.
    private static bool ContinuesAsWord(ReadOnlySpan<char> text, int end)
    {
        var length = 0;
        while (end + length < text.Length && char.IsLetterOrDigit(text[end + length]))
        {
            if (++length > 3 || char.IsAsciiDigit(text[end + length - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GroupFollows(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length
        && char.IsAsciiDigit(text[at])
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static bool IsSeparator(char c) => c is '.' or ',' or '\'' or '\u2019';

    internal static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u2009' or '\u202F';
}
