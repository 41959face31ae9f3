using System.Globalization;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Takes in the signs that belong to a value but are printed as words of their own: the $ of "$ 58,500".</summary>
internal static class SymbolExtension
{
    private const double MaxGap = 1.4;

    // Columns of amounts print the sign at their left edge.
    private const double MaxGapOfCurrency = 4;

    // A sign that was read as a letter was read with a lower probability than this.
    private const double SurestSign = 0.6;

    /// <summary>The words, with a sign before or after them where the value has it too.</summary>
    public static List<int> Extend(DocumentIndex index, ValuePattern value, List<int> words)
    {
        if (words.Count > 0 && !char.IsLetterOrDigit(value.Plain[0]))
        {
            var before = words[0] - 1;
            if (
                before >= 0
                && IsSign(index, before, words[0])
                && (IsUnsure(index, before) || value.Plain.StartsWith(index.Words[before].Source.Text, StringComparison.Ordinal))
            )
            {
                words.Insert(0, before);
            }
        }

        if (words.Count > 0 && !char.IsLetterOrDigit(value.Plain[^1]))
        {
            var after = words[^1] + 1;
            if (
                after < index.Words.Length
                && IsSign(index, words[^1], after)
                && (IsUnsure(index, after) || value.Plain.EndsWith(index.Words[after].Source.Text, StringComparison.Ordinal))
            )
            {
                words.Add(after);
            }
        }

        return words;
    }

    // Exactly one of the two neighbours has no letters or digits.
    private static bool IsSign(DocumentIndex index, int left, int right)
    {
        ref readonly var a = ref index.Words[left];
        ref readonly var b = ref index.Words[right];
        return a.Row == b.Row
            && (a.SqueezedLength == 0 || IsUnsure(index, left)) != (b.SqueezedLength == 0 || IsUnsure(index, right))
            && index.ScaleOf(left).GapAcross(a.Box, b.Box) <= (IsCurrency(a.Source.Text) ? MaxGapOfCurrency : MaxGap);
    }

    private static bool IsUnsure(DocumentIndex index, int word) =>
        index.Words[word].Source is { Text.Length: 1, Source: WordSource.Recognition, Confidence: < SurestSign };

    private static bool IsCurrency(string text) => text is [var sign] && char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol;
}
