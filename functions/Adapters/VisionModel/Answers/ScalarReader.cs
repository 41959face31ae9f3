using System.Globalization;
using System.Text.Json;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>
/// Brings a model's value into the type that the schema asks for, where only one reading is possible; otherwise says why not.
/// Reasons name types, never the value.
/// </summary>
public static class ScalarReader
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

        var read = ReadTyped(node, schema);
        return read.Failure is null && schema.Constraints.Violation(read.Value) is { } violation ? Invalid(violation) : read;
    }

    private static Result<ScalarValue> ReadTyped(AnswerNode node, ScalarSchema schema) =>
        schema.Type switch
        {
            ScalarType.Number => ReadNumber(node, schema, mustBeWhole: false),
            ScalarType.Integer => ReadNumber(node, schema, mustBeWhole: true),
            ScalarType.Boolean => ReadBoolean(node),
            _ => ReadText(node, schema),
        };

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
            return ScalarValue.FromText(schema.Format == "date" ? IsoDate(text) : text);
        }

        var choice =
            schema.Choices.FirstOrDefault(choice => choice == text)
            ?? schema.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase));
        return choice is not null ? ScalarValue.FromText(choice) : Invalid("not one of the schema's choices");
    }

    /// <summary>The date as the format asks for it, where the text is one date that can be read in one way; else the text itself.</summary>
    private static string IsoDate(string text) =>
        DateReader.Read(text) is { IsAmbiguous: false } date
            ? date.In(DateOrder.Unknown).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    private static Result<ScalarValue> ReadBoolean(AnswerNode node) =>
        BooleanReader.Read(node.Text) is { } value ? ScalarValue.FromBoolean(value) : Invalid("not true or false");

    private static Result<ScalarValue> ReadNumber(AnswerNode node, ScalarSchema schema, bool mustBeWhole)
    {
        if (NumberOf(node) is not { } number)
        {
            return Invalid("not a number, or one that can be read in two ways");
        }

        if (mustBeWhole && number != decimal.Truncate(number))
        {
            return Invalid("not a whole number");
        }

        return schema.Choices.Count == 0 || schema.Choices.Any(choice => IsEqual(choice, number))
            ? ScalarValue.FromNumber(mustBeWhole ? decimal.Truncate(number) : number)
            : Invalid("not one of the schema's choices");
    }

    /// <summary>The number with the decimals as written (9.00 stays 9.00); null where a text's decimal sign is anybody's guess.</summary>
    private static decimal? NumberOf(AnswerNode node)
    {
        if (node.Kind != JsonValueKind.String)
        {
            return decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        return NumberReader.Read(node.Text) is { IsAmbiguous: false } mention ? mention.In(DecimalSign.Unknown) : null;
    }

    private static bool IsEqual(string choice, decimal number) =>
        decimal.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == number;

    private static Failure Invalid(string reason) => new("model.value", reason);
}
