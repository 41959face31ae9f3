using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>
/// Brings a model's value into the type that the schema asks for, where only one reading is possible; otherwise says why not.
/// Reasons name types, never the value.
/// </summary>
public static partial class ScalarReader
{
    /// <summary>The value in the schema's type, null included, or the reason why it cannot be used.</summary>
    public static Result<ScalarValue> Read(AnswerNode node, ScalarSchema schema)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(schema);
        if (node.Kind is JsonValueKind.Object or JsonValueKind.Array)
        {
            return node is { Kind: JsonValueKind.Array, Elements.Count: 1 }
                ? Read(node.Elements[0], schema)
                : Invalid("not a single value");
        }

        if (node.IsNull || IsBlank(node, schema))
        {
            return ScalarValue.Null;
        }

        if (node.Text.Length > VisionModelLimits.ValueCharacters)
        {
            return Invalid($"longer than {VisionModelLimits.ValueCharacters} characters");
        }

        return schema.Type switch
        {
            ScalarType.Number => ReadNumber(node, schema, mustBeWhole: false),
            ScalarType.Integer => ReadNumber(node, schema, mustBeWhole: true),
            ScalarType.Boolean => ReadBoolean(node),
            _ => ReadText(node, schema),
        };
    }

    /// <summary>Models write the word for nothing where they should write null.</summary>
    private static bool IsBlank(AnswerNode node, ScalarSchema schema) =>
        node.Kind == JsonValueKind.String
        && !schema.Choices.Contains(node.Text, StringComparer.Ordinal)
        && (string.IsNullOrWhiteSpace(node.Text) || node.Text is "null" or "None");

    private static Result<ScalarValue> ReadText(AnswerNode node, ScalarSchema schema)
    {
        var text = node.Text.Trim();
        if (schema.Choices.Count == 0)
        {
            return schema.Format == "date" && TimeOfDay().Match(text) is { Success: true } match
                ? ScalarValue.FromText(match.Groups["date"].Value)
                : ScalarValue.FromText(text);
        }

        var choice =
            schema.Choices.FirstOrDefault(choice => choice == text)
            ?? schema.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase));
        return choice is not null ? ScalarValue.FromText(choice) : Invalid("not one of the schema's choices");
    }

    private static Result<ScalarValue> ReadBoolean(AnswerNode node) =>
        node.Text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" => ScalarValue.FromBoolean(true),
            "FALSE" or "NO" or "0" => ScalarValue.FromBoolean(false),
            _ => Invalid("not true or false"),
        };

    private static Result<ScalarValue> ReadNumber(AnswerNode node, ScalarSchema schema, bool mustBeWhole)
    {
        var digits = node.Kind == JsonValueKind.Number ? node.Text : PlainNumber(node.Text);
        if (digits is null || !decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Invalid("not a number, or one that can be read in two ways");
        }

        if (mustBeWhole && number != decimal.Truncate(number))
        {
            return Invalid("not a whole number");
        }

        if (schema.Choices.Count > 0 && !schema.Choices.Any(choice => IsEqual(choice, number)))
        {
            return Invalid("not one of the schema's choices");
        }

        using var json = JsonDocument.Parse(
            mustBeWhole ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture) : JsonDigits(digits, number)
        );
        return ScalarValue.FromJson(json.RootElement);
    }

    private static bool IsEqual(string choice, decimal number) =>
        decimal.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == number;

    /// <summary>The digits as written where JSON allows them, so that 9.00 stays 9.00.</summary>
    private static string JsonDigits(string digits, decimal number) =>
        JsonNumber().IsMatch(digits) ? digits : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The digits with a decimal point, from a printed number with currency, spaces and separators; null when a lone separator with
    /// three digits after it could be either kind, or when it is no number.
    /// </summary>
    private static string? PlainNumber(string text)
    {
        var match = PrintedNumber().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var body = Spaces().Replace(match.Groups["body"].Value, "");
        var isNegative = match.Groups["sign"].Success || (text.TrimStart().StartsWith('(') && text.TrimEnd().EndsWith(')'));
        var separators = body.Where(c => c is '.' or ',').Distinct().ToArray();
        var plain = separators.Length switch
        {
            0 => body,
            1 => WithOneKind(body, separators[0]),
            _ => WithTwoKinds(body),
        };
        return plain is null ? null
            : isNegative ? "-" + plain
            : plain;
    }

    private static string? WithOneKind(string body, char separator)
    {
        var parts = body.Split(separator);
        if (parts.Length > 2)
        {
            return parts.Skip(1).All(part => part.Length == 3) ? string.Concat(parts) : null;
        }

        var isAmbiguous = parts[1].Length == 3 && parts[0].Length <= 3 && parts[0] != "0";
        return isAmbiguous ? null : $"{parts[0]}.{parts[1]}";
    }

    private static string? WithTwoKinds(string body)
    {
        if (!GroupedNumber().IsMatch(body))
        {
            return null;
        }

        var point = body.LastIndexOfAny(['.', ',']);
        return $"{body[..point].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)}.{body[(point + 1)..]}";
    }

    private static Failure Invalid(string reason) => new("model.value", reason);

    [GeneratedRegex(@"^(?<date>\d{4}-\d{2}-\d{2})T\d{2}:\d{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonNumber();

    [GeneratedRegex(
        @"^\(?(?<sign>[-\u2212])?\s?(?:[A-Z]{3}|\p{Sc})?\s?(?<sign>[-\u2212])?\s?(?<body>\d[\d\s.,]*\d|\d)\s?(?:[A-Z]{3}|\p{Sc}|%)?\)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PrintedNumber();

    [GeneratedRegex(@"^\d{1,3}(?<group>[.,])\d{3}(\k<group>\d{3})*(?!\k<group>)[.,]\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GroupedNumber();

    [GeneratedRegex(@"\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
