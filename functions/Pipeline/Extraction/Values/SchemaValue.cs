using System.Globalization;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Extraction.Meanings;

namespace GroundedDocs.Pipeline.Extraction.Values;

/// <summary>Turns what is printed into a value of the schema's type.</summary>
internal static class SchemaValue
{
    /// <summary>The value, or null when the print cannot be one.</summary>
    public static ScalarValue From(FieldMeaning field, string printed, DocumentLocale locale)
    {
        var schema = field.Schema;
        return schema.Type switch
        {
            ScalarType.Number => Number(printed, locale),
            ScalarType.Integer => Number(printed, locale) is { IsNull: false } number
            && decimal.TryParse(number.Text, CultureInfo.InvariantCulture, out var whole)
            && whole == decimal.Truncate(whole)
                ? ScalarValue.FromNumber(decimal.Truncate(whole))
                : ScalarValue.Null,
            ScalarType.Boolean => BooleanReader.Read(printed) is { } answer ? ScalarValue.FromBoolean(answer) : ScalarValue.Null,
            _ when schema.Choices.Count > 0 => Choice(schema, printed),
            _ when field.WantsIsoDate => IsoDate(printed, locale),
            _ when field.Kind == ValueKind.Currency => ScalarValue.FromText(CurrencyNames.CodeOf(printed) ?? printed),
            _ => ScalarValue.FromText(printed.Trim()),
        };
    }

    private static ScalarValue Number(string printed, DocumentLocale locale) =>
        NumberReader.Find(printed) is [var number, ..] ? ScalarValue.FromNumber(number.In(locale.DecimalSign)) : ScalarValue.Null;

    private static ScalarValue IsoDate(string printed, DocumentLocale locale) =>
        DateReader.Find(printed) is [var date, ..]
            ? ScalarValue.FromText(date.In(locale.DateOrder).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : ScalarValue.Null;

    private static ScalarValue Choice(ScalarSchema schema, string printed)
    {
        var squeezed = TextFold.Squeeze(printed);
        var chosen =
            schema.Choices.FirstOrDefault(c => TextFold.Squeeze(c) == squeezed)
            ?? schema
                .Choices.Where(c => TextFold.Squeeze(c).Length > 1)
                .OrderByDescending(c => c.Length)
                .FirstOrDefault(c => squeezed.Contains(TextFold.Squeeze(c), StringComparison.Ordinal));
        return ScalarValue.FromText(chosen);
    }
}
