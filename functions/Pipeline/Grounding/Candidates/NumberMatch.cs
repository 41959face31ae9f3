using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Compares numbers across notations.</summary>
internal static class NumberMatch
{
    /// <summary>Whether some reading of one equals some reading of the other.</summary>
    public static bool AreEqual(NumberMention one, NumberMention other) =>
        (one.WithPoint is { } point && other.CanBe(point)) || (one.WithComma is { } comma && other.CanBe(comma));

    /// <summary>
    /// The numbers a value can mean. A JSON number, and a text with a point before its last one or two digits, is plain;
    /// other texts are read under both decimal signs.
    /// </summary>
    public static IEnumerable<decimal> Readings(ValuePattern value)
    {
        if (value.Number is not { } number)
        {
            yield break;
        }

        if (number.WithPoint is { } point)
        {
            yield return point;
        }

        if (value.Kind == Documents.Values.ScalarKind.Text && number.WithComma is { } comma && comma != number.WithPoint)
        {
            yield return comma;
        }
    }
}
