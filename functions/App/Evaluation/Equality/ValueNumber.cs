using System.Globalization;
using System.Text.Json;

namespace GroundedDocs.App.Evaluation.Equality;

/// <summary>Reads a value as a number, whichever sign it uses for decimals and thousands.</summary>
internal static class ValueNumber
{
    // "12 boxes" is no number; "USD 12" is.
    private const int MaxLetters = 4;

    /// <summary>The number, or null when the value is none.</summary>
    public static double? Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetDouble();
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = value.GetString() ?? "";
        var marks = string.Concat(text.Where(c => char.IsDigit(c) || c is '.' or ',' or '-' or '(' or ')' or '%'));
        if (!marks.Any(char.IsDigit) || text.Count(char.IsAsciiLetter) > MaxLetters)
        {
            return null;
        }

        var isNegative = marks[0] is '(' or '-' || marks[^1] == '-';
        var digits = string.Concat(marks.Where(c => c is not ('(' or ')' or '%' or '-')));
        var number = Magnitude(digits);
        return isNegative ? -number : number;
    }

    private static double Magnitude(string digits)
    {
        var separator = digits.AsSpan().LastIndexOfAny('.', ',');
        var separators = digits.Count(c => c is '.' or ',');
        var groupsThousands = separators == 1 && digits.Length - separator - 1 == 3 && digits[0] != '0';
        var point = groupsThousands ? -1 : separator;
        var whole = string.Concat((point < 0 ? digits : digits[..point]).Where(char.IsDigit));
        var fraction = point < 0 ? "" : digits[(point + 1)..];
        return double.Parse(
            $"{(whole.Length > 0 ? whole : "0")}.{fraction}0",
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );
    }
}
