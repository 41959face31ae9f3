using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Keeps values apart whose digits are equal but whose meaning is not: 10.00 is never 1,000, 3/5/81 never "35 (81)".</summary>
internal static class NumberGuard
{
    // In line heights: the spaces inside an account number.
    private const double MaxGap = 1;

    // Shorter ones with a dash inside are ranges and dates.
    private const int FewestCodeDigits = 7;

    /// <summary>Whether text with the same letters and digits, but other punctuation, may print the value.</summary>
    public static bool Allows(DocumentIndex index, ValuePattern value, Place place)
    {
        var printed = PlaceText.Of(index, place, " ");
        if (value.Number is { } number)
        {
            return IsGroupedCode(index, value, place) || NumberReader.Read(printed) is { } other && NumberMatch.AreEqual(number, other);
        }

        if (value.Date is { } date)
        {
            return place.Words.Count == 1
                || (
                    DateReader.Read(printed) is { } other
                    && (other.CanBe(date.In(DateOrder.DayFirst)) || other.CanBe(date.In(DateOrder.MonthFirst)))
                );
        }

        return true;
    }

    /// <summary>Whether the words may be one number or code: what is written in one piece is not printed in several cells or lines.</summary>
    public static bool IsOnePiece(DocumentIndex index, ValuePattern value, Place place)
    {
        if (place.Words.Count <= value.PartCount || !IsMostlyDigits(value.Squeezed))
        {
            return true;
        }

        for (var i = 1; i < place.Words.Count; i++)
        {
            if (!IsNear(index, place.Words[i - 1], place.Words[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Dashes between two groups of digits bridge the gap between them.
    private static bool IsNear(DocumentIndex index, int word, int next)
    {
        var left = word;
        for (var right = word + 1; right <= next; right++)
        {
            if (right < next && index.Words[right].SqueezedLength > 0)
            {
                continue;
            }

            ref readonly var a = ref index.Words[left];
            ref readonly var b = ref index.Words[right];
            if (a.Row != b.Row || index.Scales[a.PageIndex].GapAcross(a.Box, b.Box) > MaxGap)
            {
                return false;
            }

            left = right;
        }

        return next > word;
    }

    /// <summary>Whether a long code of digits is printed in groups with dashes between: 121234567 as "12 – 1234567".</summary>
    private static bool IsGroupedCode(DocumentIndex index, ValuePattern value, Place place)
    {
        if (value.Plain.Length < FewestCodeDigits || !value.Plain.All(char.IsAsciiDigit))
        {
            return false;
        }

        var printed = string.Concat(
            Enumerable.Range(place.FirstWord, place.LastWord - place.FirstWord + 1).Select(word => index.Words[word].Source.Text)
        );
        return printed.Any(IsDash) && printed.All(character => char.IsAsciiDigit(character) || IsDash(character));
    }

    private static bool IsDash(char character) => character is '-' or '‐' or '–' or '—';

    private static bool IsMostlyDigits(string squeezed) => squeezed.Count(char.IsDigit) * 2 > squeezed.Length;
}
