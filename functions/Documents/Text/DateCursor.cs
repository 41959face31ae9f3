namespace GroundedDocs.Documents.Text;

/// <summary>A place in a text that moves over the parts of a date. It is copied to try something without moving.</summary>
internal ref struct DateCursor(ReadOnlySpan<char> text, int start)
{
    private static readonly string[] FillerWords = ["day", "of", "the", "de", "del", "di", "den", "do", "d"];
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th", "er", "e", "te", "ter", "ten", "o", "a", "º", "ª"];
    private readonly ReadOnlySpan<char> text = text;

    public int Start { get; } = start;

    public int At { get; private set; } = start;

    private readonly char Here => At < text.Length ? text[At] : '\0';

    /// <summary>Whether the date would begin in the middle of a longer number or code.</summary>
    public readonly bool IsInsideNumber() =>
        Start >= 2 && text[Start - 1] is '.' or '/' or '-' or ',' or ':' && char.IsDigit(text[Start - 2]);

    /// <summary>Whether a longer number or code goes on after this place.</summary>
    public readonly bool ContinuesAsNumber() =>
        char.IsLetterOrDigit(Here) && Here < 0x80 && !(Here is 'T' or 't')
        || (At + 1 < text.Length && Here is '/' or '-' or '.' && char.IsDigit(text[At + 1]));

    /// <summary>Whether a dash and another date with the same separator go on here: 05/06/18-12/06/18.</summary>
    public readonly bool ContinuesAsRange(char separator)
    {
        var next = this;
        next.Skip('-');
        return separator != '-'
            && next.At > At
            && next.Number(4, out _, out _)
            && next.Separator(out var first)
            && next.Number(2, out _, out _)
            && next.Separator(out var second)
            && first == separator
            && second == separator
            && char.IsAsciiDigit(next.Here);
    }

    /// <summary>A run of at most <paramref name="maxDigits"/> digits.</summary>
    public bool Number(int maxDigits, out int number, out int digits)
    {
        number = 0;
        digits = 0;
        while (char.IsAsciiDigit(Here) && digits <= maxDigits)
        {
            number = (number * 10) + (Here - '0');
            digits++;
            At++;
        }

        return digits > 0 && digits <= maxDigits;
    }

    /// <summary>A separator of a numeric date, with spaces around it, or a space alone.</summary>
    public bool Separator(out char separator)
    {
        separator = Spaces() ? ' ' : '\0';
        if (Here is '/' or '-' or '.' or '年' or '月' or '\u2013' or '\u2212')
        {
            separator = Here is '\u2013' or '\u2212' ? '-' : Here;
            At++;
            Spaces();
        }

        return separator != '\0';
    }

    /// <summary>Whether two separators belong to one date.</summary>
    public static bool Agree(char first, char second) => first == second || (first == '年' && second == '月');

    /// <summary>An ending such as the "th" of 5th.</summary>
    public void Ordinal()
    {
        var before = At;
        Spaces();
        var word = WordHere();
        foreach (var ordinal in Ordinals)
        {
            if (word.Equals(ordinal, StringComparison.OrdinalIgnoreCase))
            {
                At += word.Length;
                return;
            }
        }

        At = before;
    }

    /// <summary>Spaces, punctuation and small words such as "of"; whether there were any.</summary>
    public bool Fillers()
    {
        var before = At;
        for (var moved = true; moved; )
        {
            var from = At;
            while (char.IsWhiteSpace(Here) || Here is '.' or ',' or '-' or '/' or '\'' or '\u2019' or '\u2013')
            {
                At++;
            }

            var word = WordHere();
            foreach (var filler in FillerWords)
            {
                if (word.Equals(filler, StringComparison.OrdinalIgnoreCase))
                {
                    At += word.Length;
                    break;
                }
            }

            moved = At > from;
        }

        return At > before;
    }

    /// <summary>A month's name.</summary>
    public bool Month(out int month)
    {
        var word = WordHere();
        month = MonthNames.MonthOf(word);
        At += month > 0 ? word.Length : 0;
        return month > 0;
    }

    /// <summary>A year of two or four digits that is not the beginning of something longer.</summary>
    public bool Year(out int year, out int digits) =>
        Number(4, out year, out digits)
        && digits is 2 or 4
        && !char.IsLetterOrDigit(Here)
        && !(Here == ':' || (digits == 2 && ContinuesAsNumber()));

    /// <summary>Moves over one character if it is there.</summary>
    public void Skip(char c) => At += Here == c ? 1 : 0;

    private bool Spaces()
    {
        var from = At;
        while (Here is ' ' or '\u00A0' or '\u2009' or '\u202F')
        {
            At++;
        }

        return At > from;
    }

    private readonly ReadOnlySpan<char> WordHere()
    {
        var end = At;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is 'º' or 'ª'))
        {
            end++;
        }

        return text[At..end];
    }
}
