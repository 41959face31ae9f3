using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace GroundedDocs.App.Evaluation.Equality;

/// <summary>Writes JSON scalars as the texts that are compared.</summary>
internal static class ValueText
{
    /// <summary>The scalar as text: whole numbers without a decimal point, other numbers in their shortest form.</summary>
    public static string Written(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() ?? "",
            JsonValueKind.Number => Number(value),
            JsonValueKind.True => "TRUE",
            JsonValueKind.False => "FALSE",
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            _ => value.GetRawText(),
        };

    /// <summary>Without case, white space and enclosing punctuation.</summary>
    public static string Comparable(JsonElement value)
    {
        var text = new StringBuilder();
        foreach (var c in Compatibility.Plain(Written(value)))
        {
            // The one common letter whose capital is two letters; the platform's own mapping is one to one.
            text.Append(
                c == 'ß' ? "SS"
                : char.IsWhiteSpace(c) ? ""
                : char.ToUpperInvariant(c).ToString()
            );
        }

        return text.ToString().Trim('.', ',', ':', ';');
    }

    /// <summary>Letters, digits and underscores of <see cref="Comparable"/> alone.</summary>
    public static string LettersAndDigits(JsonElement value) =>
        string.Concat(
            Comparable(value)
                .EnumerateRunes()
                .Where(rune => Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || rune.Value == '_')
                .Select(rune => rune.ToString())
        );

    private static string Number(JsonElement value)
    {
        var raw = value.GetRawText();
        if (!raw.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            return raw;
        }

        var number = value.GetDouble();
        return double.IsInteger(number)
            ? new BigInteger(number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
