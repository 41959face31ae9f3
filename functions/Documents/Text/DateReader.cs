namespace GroundedDocs.Documents.Text;

/// <summary>
/// Reads dates in all the orders and month names of English, German, French, Spanish, Italian, Dutch and Portuguese
/// documents. Which of day and month comes first is not guessed here: <see cref="DocumentLocale"/> decides.
/// </summary>
public static class DateReader
{
    private const int CenturyPivot = 70;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    /// <summary>All dates in a text, from left to right, without overlaps.</summary>
    public static IReadOnlyList<DateMention> Find(ReadOnlySpan<char> text)
    {
        List<DateMention>? found = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
            {
                continue;
            }

            var endsRange = found is [.., var last] && last.Start + last.Length == at - 1 && text[at - 1] == '-';
            if (ReadAt(text, at, endsRange) is { } mention)
            {
                (found ??= []).Add(mention);
                at += mention.Length - 1;
            }
        }

        return found ?? (IReadOnlyList<DateMention>)[];
    }

    /// <summary>The date that is the whole of a value, possibly with a day of the week or a time of day beside it; null otherwise.</summary>
    public static DateMention? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Limits.MaxTypedValueLength)
        {
            return null;
        }

        var found = Find(text);
        return found.Count == 1 && DateSurroundings.AreEmpty(text, found[0]) ? found[0] : null;
    }

    private static DateMention? ReadAt(ReadOnlySpan<char> text, int at, bool endsRange)
    {
        var cursor = new DateCursor(text, at);
        if (!char.IsDigit(text[at]))
        {
            return ReadMonthDayYear(cursor);
        }

        return ReadNumeric(cursor, endsRange) ?? ReadDayMonthYear(cursor) ?? ReadCompact(cursor);
    }

    // 05/06/2018, 5.6.18, 2018-06-05, 2018年6月5日, both ends of 05/06/18-12/06/18
    private static DateMention? ReadNumeric(DateCursor cursor, bool endsRange)
    {
        if ((cursor.IsInsideNumber() && !endsRange) || !cursor.Number(4, out var first, out var firstDigits) || firstDigits == 3)
        {
            return null;
        }

        if (!cursor.Separator(out var separator) || !cursor.Number(4, out var second, out var secondDigits) || secondDigits > 2)
        {
            return null;
        }

        if (
            !cursor.Separator(out var again)
            || !DateCursor.Agree(separator, again)
            || !cursor.Number(4, out var third, out var thirdDigits)
        )
        {
            return null;
        }

        var isOfOtherLength = separator == ' ' && (firstDigits, secondDigits, thirdDigits) is not (2, 2, 4);
        if (isOfOtherLength || (cursor.ContinuesAsNumber() && !cursor.ContinuesAsRange(separator)))
        {
            return null;
        }

        if (firstDigits == 4)
        {
            cursor.Skip('日');
            return thirdDigits <= 2 ? Mention(cursor, Date(first, second, third), Date(first, second, third)) : null;
        }

        var year = thirdDigits is 2 or 4 ? FullYear(third, thirdDigits) : 0;
        return Mention(cursor, Date(year, second, first), Date(year, first, second));
    }

    // 5. Juni 2018, 5th day of June, 2018, 5-Jun-18, 5 de junio de 2018
    private static DateMention? ReadDayMonthYear(DateCursor cursor)
    {
        if (!cursor.Number(2, out var day, out _))
        {
            return null;
        }

        cursor.Ordinal();
        cursor.Fillers();
        if (!cursor.Month(out var month))
        {
            return null;
        }

        cursor.Fillers();
        return cursor.Year(out var year, out var digits) ? Certain(cursor, FullYear(year, digits), month, day) : null;
    }

    // June 5th, 2018
    private static DateMention? ReadMonthDayYear(DateCursor cursor)
    {
        if (!cursor.Month(out var month))
        {
            return null;
        }

        cursor.Fillers();
        if (!cursor.Number(2, out var day, out _))
        {
            return null;
        }

        cursor.Ordinal();
        var isApart = cursor.Fillers();
        return isApart && cursor.Year(out var year, out var digits) ? Certain(cursor, FullYear(year, digits), month, day) : null;
    }

    // 20180605
    private static DateMention? ReadCompact(DateCursor cursor) =>
        !cursor.IsInsideNumber() && cursor.Number(8, out var number, out var digits) && digits == 8 && !cursor.ContinuesAsNumber()
            ? Certain(cursor, number / 10000, number / 100 % 100, number % 100)
            : null;

    private static DateMention? Certain(DateCursor cursor, int year, int month, int day)
    {
        var date = Date(year, month, day);
        return Mention(cursor, date, date);
    }

    private static DateMention? Mention(DateCursor cursor, DateOnly? dayFirst, DateOnly? monthFirst) =>
        dayFirst is null && monthFirst is null ? null : new DateMention(cursor.Start, cursor.At - cursor.Start, dayFirst, monthFirst);

    private static int FullYear(int year, int digits)
    {
        if (digits == 4)
        {
            return year;
        }

        return year + (year < CenturyPivot ? 2000 : 1900);
    }

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
