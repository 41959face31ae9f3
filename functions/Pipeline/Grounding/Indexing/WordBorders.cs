using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>Finds the places where a word can naturally be cut: at punctuation and between letters and digits, never inside a number.</summary>
internal static class WordBorders
{
    /// <summary>Fills in the borders as squeezed offsets, 0 and the length included; returns how many parts they make.</summary>
    public static int Find(string text, int squeezedLength, Span<int> borders)
    {
        var count = 0;
        var at = 0;
        var last = '\0';
        var between = 0;
        var separator = '\0';
        borders[0] = 0;
        foreach (var c in text)
        {
            var folded = TextFold.Fold(c);
            if (folded.Length == 0)
            {
                continue;
            }

            if (!char.IsLetterOrDigit(folded[0]) && !char.IsSurrogate(folded[0]))
            {
                between++;
                separator = c;
                continue;
            }

            if (at > 0 && IsBorder(last, c, between, separator) && count + 2 < borders.Length)
            {
                borders[++count] = at;
            }

            at += folded.Length;
            last = c;
            between = 0;
        }

        borders[++count] = squeezedLength;
        return count;
    }

    /// <summary>The raw offset at which the squeezed character <paramref name="squeezedAt"/> begins.</summary>
    public static int RawStart(string text, int squeezedAt)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var length = SqueezedLength(text[i]);
            if (length > 0 && at + length > squeezedAt)
            {
                return i;
            }

            at += length;
        }

        return text.Length;
    }

    /// <summary>The raw offset right after the squeezed character before <paramref name="squeezedEnd"/>.</summary>
    public static int RawEnd(string text, int squeezedEnd)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            at += SqueezedLength(text[i]);
            if (at >= squeezedEnd && SqueezedLength(text[i]) > 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static int SqueezedLength(char c)
    {
        var folded = TextFold.Fold(c);
        return folded.Length > 0 && (char.IsLetterOrDigit(folded[0]) || char.IsSurrogate(folded[0])) ? folded.Length : 0;
    }

    private static bool IsBorder(char last, char next, int between, char separator)
    {
        if (char.IsDigit(last) && char.IsDigit(next))
        {
            return between > 1 || (between == 1 && separator is not ('.' or ',' or '\'' or '\u2019'));
        }

        return between > 0 || char.IsDigit(last) != char.IsDigit(next);
    }
}
