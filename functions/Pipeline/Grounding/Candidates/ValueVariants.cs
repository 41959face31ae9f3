using System.Globalization;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Other texts that say the same: two years for 2 years, € for EUR, Jane Doe for Doe, Jane.</summary>
internal static class ValueVariants
{
    private const int MaxSpelled = 100;

    private static readonly string[] Ones =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The variants, the fullest first.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > Documents.Text.Limits.MaxTypedValueLength
            ? []
            : [.. Durations(trimmed), .. Currencies(trimmed), .. Names(trimmed)];
    }

    // 2 years: two (2) years, two years, two-year.
    private static IEnumerable<string> Durations(string text)
    {
        var parts = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number >= MaxSpelled
        )
        {
            yield break;
        }

        var spelled = Spell(number);
        var unit = parts[1];
        var singular = unit.EndsWith('s') ? unit[..^1] : unit;
        yield return $"{spelled} ({number}) {unit}";
        yield return $"{spelled} {unit}";
        yield return $"{spelled} ({number}) {singular}";
        yield return $"{number}-{singular}";
        yield return $"{spelled}-{singular}";
    }

    // Doe, Jane: Jane Doe.
    private static IEnumerable<string> Names(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2 && !text.Any(char.IsDigit))
        {
            yield return $"{parts[1]} {parts[0]}";
        }
    }

    private static IEnumerable<string> Currencies(string text)
    {
        var code = text.ToUpperInvariant();
        return CurrencyNames.CodeOf(text) == code ? CurrencyNames.FormsOf(code).Where(form => form != code) : [];
    }

    private static string Spell(int number)
    {
        if (number < Ones.Length)
        {
            return Ones[number];
        }

        var ten = Tens[number / 10];
        return number % 10 == 0 ? ten : $"{ten}-{Ones[number % 10]}";
    }
}
