using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Extraction.Sheets;

/// <summary>Makes tokens of words: cuts labels from their values, and mends amounts that were read as two words.</summary>
internal static class TokenSplitter
{
    // ":30" is a time without hours, no value behind a colon.
    private const int MinTextAfterColon = 3;

    /// <summary>The tokens of a word: one, or two where a colon stands between a label and its value.</summary>
    /// <param name="word">The word.</param>
    /// <param name="pageNumber">Its page, counted from 1.</param>
    /// <param name="fieldsAreAnswers">Whether what stands in form fields is answers alone.</param>
    public static IEnumerable<Token> Split(Word word, int pageNumber, bool fieldsAreAnswers)
    {
        if (fieldsAreAnswers && word.Source == WordSource.FormField)
        {
            return [new Token(word.Text, word.Box, pageNumber, word.Confidence) { IsFilledIn = true }];
        }

        var colon = word.Text.IndexOf(':', StringComparison.Ordinal);
        return IsBoundary(word.Text, colon)
            ? [Part(word, 0, colon + 1, pageNumber), Part(word, colon + 1, word.Text.Length, pageNumber)]
            : [Part(word, 0, word.Text.Length, pageNumber)];
    }

    /// <summary>The amount that two neighbouring tokens make, where cents were read as a word of their own ("64 .15"); else null.</summary>
    public static Token? Join(Token left, Token right)
    {
        var isCents = right.Text.Length == 3 && right.Text[0] is '.' or ',' && right.Text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        var isOpen = left.Text.Length > 1 && left.Text[^1] is '.' or ',' && right.Text.Length == 2 && right.Text.All(char.IsAsciiDigit);
        var whole = isOpen ? left.Text[..^1] : left.Text;
        return (isCents || isOpen) && IsWhole(whole)
            ? new Token(left.Text + right.Text, left.Box.Union(right.Box), left.PageNumber, Math.Min(left.Confidence, right.Confidence))
            : null;
    }

    // "RM12", "$1,250", "64": letters or signs of a currency, then digits.
    private static bool IsWhole(string text)
    {
        var digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        return digits is >= 0 and <= 3 && text.Skip(digits).All(c => char.IsAsciiDigit(c) || c == ',') && text.Length - digits <= 7;
    }

    // "Total:9.00" is a label and a value that lack a space; so is ":9.00", but neither a time nor an address of the web.
    private static bool IsBoundary(string text, int colon) =>
        colon >= 0
        && colon < text.Length - 1
        && text[colon + 1] != '/'
        && (
            colon == 0
                ? text.Length > MinTextAfterColon && text.IndexOf(':', 1) < 0
                : colon > 1 && text.AsSpan(0, colon).ContainsAnyInRange('A', 'z') && !char.IsDigit(text[colon - 1])
        );

    private static Token Part(Word word, int start, int end, int pageNumber) =>
        new(word.Text[start..end], word.BoxOf(start, end), pageNumber, word.Confidence);
}
