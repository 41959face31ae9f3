using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Compares numbers across notations.</summary>
internal static class NumberMatch
{
    /// <summary>Whether some reading of one equals some reading of the other.</summary>
    public static bool AreEqual(NumberMention one, NumberMention other) =>
        (one.WithPoint is { } point && other.CanBe(point)) || (one.WithComma is { } comma && other.CanBe(comma));

    /// <summary>
    /// The numbers a value can mean. A JSON number is plain. A text is read in the document's notation, and one with a
    /// point also as a plain number, because extractors normalise amounts that way.
    /// </summary>
    public static IEnumerable<decimal> Readings(ValuePattern value, DecimalSign sign)
    {
        if (value.Number is not { } number)
        {
            yield break;
        }

        var usual = value.Kind == ScalarKind.Number ? number.In(DecimalSign.Point) : InNotation(number, sign);
        yield return usual;
        if (number.WithPoint is { } plain && plain != usual && value.Plain.Contains('.', StringComparison.Ordinal))
        {
            yield return plain;
        }
    }

    // Where the document does not say, 1,000 and 1.000 are a thousand.
    private static decimal InNotation(NumberMention number, DecimalSign sign) =>
        sign == DecimalSign.Unknown && number is { WithPoint: { } point, WithComma: { } comma }
            ? Math.Max(Math.Abs(point), Math.Abs(comma)) * Math.Sign(point)
            : number.In(sign);
}
