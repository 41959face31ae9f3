using System.Text.Json;

namespace GroundedDocs.Documents.Schemas;

/// <summary>Builds a leaf from the scalar shapes that it may have.</summary>
internal static class ScalarReader
{
    /// <summary>One leaf for all shapes: text when they differ, a number when they are kinds of number.</summary>
    public static Result<SchemaNode> Read(string name, SchemaSite site, SchemaShapes shapes)
    {
        var choices = shapes.Variants.SelectMany(v => ChoicesOf(v.Site.Element)).Distinct(StringComparer.Ordinal).ToList();
        if (choices.Count > SchemaLimits.MaxChoices)
        {
            return new Failure(
                "schema.choices",
                $"The \"enum\" at {site.Path} has {choices.Count} values; at most {SchemaLimits.MaxChoices} are accepted. Use plain text instead."
            );
        }

        // A union of fixed values and free text is free text.
        var isOpen = shapes.Variants.Any(v => !ChoicesOf(v.Site.Element).Any());
        return new ScalarSchema(
            name,
            shapes.Title,
            shapes.Description,
            shapes.IsNullable,
            TypeOf(shapes.Variants),
            shapes.Variants.Select(v => v.Site.Text("format")).FirstOrDefault(f => f is not null),
            isOpen ? [] : choices
        )
        {
            // Of a union, each branch may demand something else: then nothing holds for all.
            Constraints = shapes.Variants is [var only] ? ConstraintsOf(only.Site) : ScalarConstraints.None,
        };
    }

    private static ScalarConstraints ConstraintsOf(SchemaSite site) =>
        new(
            site.Text("pattern"),
            (int?)LengthOf(site.Number("minLength")),
            (int?)LengthOf(site.Number("maxLength")),
            site.Number("minimum"),
            site.Number("maximum")
        );

    private static decimal? LengthOf(decimal? length) => length is >= 0 and <= int.MaxValue ? length : null;

    private static ScalarType TypeOf(IReadOnlyList<SchemaVariant> variants)
    {
        var types = variants.Select(v => v.Type).Distinct(StringComparer.Ordinal).ToList();
        return types switch
        {
            ["boolean"] => ScalarType.Boolean,
            ["integer"] => ScalarType.Integer,
            { Count: > 0 } when types.TrueForAll(t => t is "number" or "integer") => ScalarType.Number,
            _ => ScalarType.Text,
        };
    }

    private static IEnumerable<string> ChoicesOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        if (element.TryGetProperty("const", out var constant))
        {
            return [TextOf(constant)];
        }

        return element.TryGetProperty("enum", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(c => c.ValueKind != JsonValueKind.Null).Select(TextOf)
            : [];
    }

    private static string TextOf(JsonElement choice) =>
        choice.ValueKind == JsonValueKind.String ? choice.GetString()! : choice.GetRawText();
}
