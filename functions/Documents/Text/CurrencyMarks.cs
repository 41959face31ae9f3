namespace GroundedDocs.Documents.Text;

/// <summary>Finds the currency or percent sign beside a number.</summary>
internal static class CurrencyMarks
{
    private const int MaxCurrencyLength = 7;

    /// <summary>The currency that ends where the number begins, and where it begins itself; null and the number's start without one.</summary>
    public static string? Before(ReadOnlySpan<char> text, int start, out int from)
    {
        var end = start;
        while (end > 0 && NumberReader.IsSpace(text[end - 1]))
        {
            end--;
        }

        for (var length = Math.Min(MaxCurrencyLength, end); length > 0; length--)
        {
            var name = text.Slice(end - length, length);
            var isWhole = end == length || !char.IsLetterOrDigit(text[end - length - 1]) || !char.IsLetter(name[0]);
            if (isWhole && CurrencyNames.CodeOf(name) is { } code)
            {
                from = end - length;
                return code;
            }
        }

        from = start;
        return null;
    }

    /// <summary>The currency that follows the number, and where it ends; null and the number's end without one.</summary>
    public static string? After(ReadOnlySpan<char> text, int end, out int to)
    {
        var start = end;
        while (start < text.Length && NumberReader.IsSpace(text[start]))
        {
            start++;
        }

        for (var length = Math.Min(MaxCurrencyLength, text.Length - start); length > 0; length--)
        {
            var name = text.Slice(start, length);
            var isWhole = start + length == text.Length || !char.IsLetterOrDigit(text[start + length]);
            if (isWhole && CurrencyNames.CodeOf(name) is { } code)
            {
                to = start + length;
                return code;
            }
        }

        to = end;
        return null;
    }

    /// <summary>Whether a percent sign follows; then the end moves behind it.</summary>
    public static bool Percent(ReadOnlySpan<char> text, ref int to)
    {
        var at = to;
        while (at < text.Length && NumberReader.IsSpace(text[at]))
        {
            at++;
        }

        if (at >= text.Length || text[at] != '%')
        {
            return false;
        }

        to = at + 1;
        return true;
    }
}
