using System.Text.Json;

namespace GroundedDocs.App.Evaluation.Equality;

/// <summary>Whether an answer says the same as the truth: numbers and dates by value, text without case, spaces and punctuation.</summary>
internal static class ValueEquality
{
    // Half a cent: amounts are equal when they print the same.
    private const double NumberTolerance = 0.005;

    /// <summary>Whether both say the same.</summary>
    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (IsNull(left) || IsNull(right))
        {
            return IsNull(left) && IsNull(right);
        }

        if (string.Equals(ValueText.Comparable(left), ValueText.Comparable(right), StringComparison.Ordinal))
        {
            return true;
        }

        var (leftDates, rightDates) = (ValueDates.Read(left), ValueDates.Read(right));
        if (leftDates.Count > 0 || rightDates.Count > 0)
        {
            return leftDates.Overlaps(rightDates);
        }

        if (ValueNumber.Read(left) is { } leftNumber && ValueNumber.Read(right) is { } rightNumber)
        {
            return Math.Abs(leftNumber - rightNumber) < NumberTolerance;
        }

        var letters = ValueText.LettersAndDigits(left);
        return letters.Length > 0 && string.Equals(letters, ValueText.LettersAndDigits(right), StringComparison.Ordinal);
    }

    private static bool IsNull(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;
}
