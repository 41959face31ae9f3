using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Keeps values apart whose digits are equal but whose meaning is not: 10.00 is never 1,000, 3/5/81 never "35 (81)".</summary>
internal static class NumberGuard
{
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

        return !IsMostlyDigits(value.Squeezed) || place.Words.Count <= value.PartCount + 1;
    }

    private static bool IsMostlyDigits(string squeezed) => squeezed.Count(char.IsDigit) * 2 > squeezed.Length;
}
