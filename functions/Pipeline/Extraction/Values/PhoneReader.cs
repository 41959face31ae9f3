using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Values;

/// <summary>Reads telephone and fax numbers from a run of tokens.</summary>
internal static class PhoneReader
{
    private const int MinDigits = 7;

    // ITU-T E.164: at most 15 digits.
    private const int MaxDigits = 15;

    /// <summary>The first number, or null.</summary>
    public static Reading? Read(Run run)
    {
        var text = run.Text.Length > KindPatterns.MaxLength ? "" : run.Text;
        var found = KindPatterns.Phone().Matches(text).FirstOrDefault(match => IsPhone(match.Value));
        return found is null ? null : Reading.Of(run, found.Index, found.Length, 1);
    }

    private static bool IsPhone(string printed) =>
        printed.Count(char.IsAsciiDigit) is >= MinDigits and <= MaxDigits
        && DateReader.Find(printed).Count == 0
        && !IsRowOfAmounts(printed);

    // "2 3 3.70 11.10" is a row of a table: its quantities and amounts.
    private static bool IsRowOfAmounts(string printed) =>
        printed.Split(' ').Count(part => NumberReader.Read(part) is { } number && AmountReader.HasCents(part, number)) >= 2;
}
