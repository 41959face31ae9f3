using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Extraction.Agreement;

/// <summary>Whether two extractors mean the same value, whatever notation they give it in.</summary>
internal static class ValueEquality
{
    public static bool AreSame(ScalarValue one, ScalarValue other)
    {
        if (one.Kind == ScalarKind.Number || other.Kind == ScalarKind.Number)
        {
            return NumberReader.Read(one.Text) is { } number
                && NumberReader.Read(other.Text) is { } another
                && (number.CanBe(another.In(DecimalSign.Unknown)) || another.CanBe(number.In(DecimalSign.Unknown)));
        }

        if (DateReader.Read(one.Text) is { } date && DateReader.Read(other.Text) is { } otherDate)
        {
            return (otherDate.DayFirst is { } day && date.CanBe(day)) || (otherDate.MonthFirst is { } month && date.CanBe(month));
        }

        return TextFold.Squeeze(one.Text) == TextFold.Squeeze(other.Text);
    }
}
