using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.App.Review.Documents;

/// <summary>Turns what a person typed, or what stands inside a box that a person drew, into a value of the field's type.</summary>
internal static class TypedText
{
    /// <summary>The value, or what the text should be.</summary>
    /// <param name="text">The text.</param>
    /// <param name="schema">The field's type; null when nothing is known of it, then text stays text.</param>
    /// <param name="locale">How the document writes numbers and dates.</param>
    public static Result<ScalarValue> Read(string text, ScalarSchema? schema, DocumentLocale locale) =>
        schema?.Type switch
        {
            ScalarType.Number => Number(text, locale) is { } number ? ScalarValue.FromNumber(number) : Wrong("a number, such as 1234.50"),
            ScalarType.Integer => Number(text, locale) is { } whole && whole == decimal.Truncate(whole)
                ? ScalarValue.FromNumber(decimal.Truncate(whole))
                : Wrong("a whole number"),
            ScalarType.Boolean => BooleanReader.Read(text) is { } answer ? ScalarValue.FromBoolean(answer) : Wrong("true or false"),
            ScalarType.Text when schema.Choices.Count > 0 => Choice(text, schema),
            ScalarType.Text when schema.Format == "date" => Date(text, locale),
            _ => ScalarValue.FromText(text),
        };

    /// <summary>A number keeps the digits it was typed with; only other notations are read for their meaning.</summary>
    private static decimal? Number(string text, DocumentLocale locale) =>
        decimal.TryParse(
            text.Trim(),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var plain
        )
            ? plain
            : NumberReader.Read(text)?.In(locale.DecimalSign);

    private static Result<ScalarValue> Choice(string text, ScalarSchema schema) =>
        schema.Choices.FirstOrDefault(choice => TextFold.Squeeze(choice) == TextFold.Squeeze(text)) is { } chosen
            ? ScalarValue.FromText(chosen)
            : Wrong($"one of: {string.Join(", ", schema.Choices)}");

    private static Result<ScalarValue> Date(string text, DocumentLocale locale) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Iso(date)
        : DateReader.Read(text) is { } mention ? Iso(mention.In(locale.DateOrder))
        : Wrong("a date, such as 2026-03-31");

    private static ScalarValue Iso(DateOnly date) => ScalarValue.FromText(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Failure Wrong(string wanted) => new("value.type", $"The schema wants {wanted} here.");
}
