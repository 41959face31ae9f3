using System.Globalization;
using System.Text.Json;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.App.Cli.Given;

/// <summary>Reads the values that people gave for a document: a manifest line's <c>fields[]</c>.</summary>
internal static class GivenFields
{
    /// <summary>Every value that is not null, in the schema's type; or what is wrong with the line.</summary>
    public static Result<IReadOnlyList<PredictedField>> Read(string manifestLine, DocumentSchema schema)
    {
        using var parsed = JsonDocument.Parse(manifestLine);
        if (!parsed.RootElement.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array)
        {
            return new Failure(
                "given.fields",
                "The manifest line has no 'fields' with the values to ground; each is an object with a name and a value."
            );
        }

        var values = new List<PredictedField>();
        foreach (var field in fields.EnumerateArray())
        {
            if (!TryRead(field, out var name, out var value))
            {
                return new Failure(
                    "given.field",
                    "An element of 'fields' is not an object with a name and a scalar value, such as {\"name\": \"total\", \"value\": 9.5}."
                );
            }

            if (value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            try
            {
                var path = FieldPath.Parse(name);
                values.Add(new PredictedField(path, Typed(value, TypeOf(schema.Root, path))));
            }
            catch (FormatException error)
            {
                return new Failure("given.path", $"An element of 'fields' has a name that is no path. {error.Message}");
            }
        }

        return values;
    }

    private static bool TryRead(JsonElement field, out string name, out JsonElement value)
    {
        (name, value) = ("", default);
        if (
            field.ValueKind != JsonValueKind.Object
            || !field.TryGetProperty("name", out var named)
            || named.ValueKind != JsonValueKind.String
            || !field.TryGetProperty("value", out value)
        )
        {
            return false;
        }

        name = named.GetString()!;
        return value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
    }

    private static ScalarType? TypeOf(SchemaNode node, FieldPath path)
    {
        foreach (var segment in path.Segments)
        {
            var next = node switch
            {
                ObjectSchema fields when !segment.IsIndex => fields.Properties.FirstOrDefault(property => property.Name == segment.Name),
                ArraySchema list when segment.IsIndex => list.Items,
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            node = next;
        }

        return (node as ScalarSchema)?.Type;
    }

    /// <summary>The value in the schema's type where that loses nothing; people write numbers as text, too.</summary>
    private static ScalarValue Typed(JsonElement value, ScalarType? type) =>
        type is ScalarType.Number or ScalarType.Integer
        && value.ValueKind == JsonValueKind.String
        && decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? ScalarValue.FromNumber(number)
            : ScalarValue.FromJson(value);
}
