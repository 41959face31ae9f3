using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Keeps values apart whose digits are equal but whose meaning is not: 10.00 is never 1,000, 3/5/81 never "35 (81)".</summary>
internal static class NumberGuard
{
    // In line heights: the spaces inside an account number.
    private const double MaxGap = 1;

    /// <summary>Whether text with the same letters and digits, but other punctuation, may print the value.</summary>
    public static bool Allows(DocumentIndex index, ValuePattern value, Place place)
    {
        var printed = PlaceText.Of(index, place, " ");
        if (value.Number is { } number)
        {
            return NumberReader.Read(printed) is { } other && NumberMatch.AreEqual(number, other);
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
            ref readonly var left = ref index.Words[place.Words[i - 1]];
            ref readonly var right = ref index.Words[place.Words[i]];
            if (left.Row != right.Row || index.Scales[left.PageIndex].GapAcross(left.Box, right.Box) > MaxGap)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMostlyDigits(string squeezed) => squeezed.Count(char.IsDigit) * 2 > squeezed.Length;
}
