using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Keeps numbers apart whose digits are equal but whose value is not: 10.00 is never 1,000.</summary>
internal static class NumberGuard
{
    /// <summary>Whether text with the same letters and digits may print the value.</summary>
    public static bool Allows(ValuePattern value, string printed) =>
        value.Number is not { } number || (NumberReader.Read(printed) is { } other && NumberMatch.AreEqual(number, other));
}
