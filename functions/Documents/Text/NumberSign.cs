namespace GroundedDocs.Documents.Text;

/// <summary>The minus or the parentheses around the digits of a number, and where the number begins and ends with them.</summary>
internal readonly record struct NumberSign(int Start, int End, bool IsNegative)
{
    public static NumberSign Around(ReadOnlySpan<char> text, int start, int end)
    {
        if (start > 0 && end < text.Length && text[start - 1] == '(' && text[end] == ')')
        {
            return new NumberSign(start - 1, end + 1, true);
        }

        if (start > 0 && IsMinus(text[start - 1]) && (start == 1 || !char.IsLetterOrDigit(text[start - 2])))
        {
            return new NumberSign(start - 1, end, true);
        }

        var trails = end < text.Length && IsMinus(text[end]) && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]));
        return trails ? new NumberSign(start, end + 1, true) : new NumberSign(start, end, false);
    }

    private static bool IsMinus(char c) => c is '-' or '\u2212' or '\u2013';
}
