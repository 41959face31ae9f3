using System.Text.Json.Nodes;
using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Adapters.VisionModel.Requests;

/// <summary>
/// The JSON Schema of the model's answer: the caller's fields, each widened to an object of value, printed text and, where asked
/// for, page and box. It uses only keywords that servers with guided decoding accept (type, properties, required, items, enum,
/// description, additionalProperties); everything else the caller said goes into descriptions.
/// </summary>
/// <param name="WithPage">Whether each field says its page; needless for a window of one page.</param>
/// <param name="WithBox">Whether each field gives a rough box.</param>
public sealed record AnswerSchema(bool WithPage, bool WithBox)
{
    /// <summary>The schema of the answer for these fields.</summary>
    public JsonObject Write(ObjectSchema fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Object(fields.Properties.Select(property => (property.Name, Node(property))), Describe(fields));
    }

    private JsonObject Node(SchemaNode node) =>
        node switch
        {
            ObjectSchema nested => Write(nested),
            ArraySchema array => WithDescription(new() { ["type"] = "array", ["items"] = Node(array.Items) }, Describe(array)),
            ScalarSchema scalar => Leaf(scalar),
            _ => throw new ArgumentException($"Unknown kind of schema node: {node.GetType().Name}.", nameof(node)),
        };

    private JsonObject Leaf(ScalarSchema scalar)
    {
        var members = new List<(string, JsonObject)> { ("value", Value(scalar)), ("text", Nullable("string")) };
        if (WithPage)
        {
            members.Add(("page", Nullable("integer")));
        }

        if (WithBox)
        {
            var box = Nullable("array");
            box["items"] = new JsonObject { ["type"] = "integer" };
            members.Add(("box", box));
        }

        return Object(members, Describe(scalar));
    }

    private static JsonObject Value(ScalarSchema scalar)
    {
        var value = Nullable(
            scalar.Type switch
            {
                ScalarType.Number => "number",
                ScalarType.Integer => "integer",
                ScalarType.Boolean => "boolean",
                _ => "string",
            }
        );
        if (scalar.Choices.Count > 0 && scalar.Type == ScalarType.Text)
        {
            value["enum"] = new JsonArray([.. scalar.Choices.Select(choice => (JsonNode?)JsonValue.Create(choice)), null]);
        }

        return value;
    }

    private static JsonObject Object(IEnumerable<(string Name, JsonObject Schema)> members, string? description)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, schema) in members)
        {
            properties[name] = schema;
            required.Add(name);
        }

        var written = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
        return WithDescription(written, description);
    }

    private static JsonObject Nullable(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject WithDescription(JsonObject schema, string? description)
    {
        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }

    private static string? Describe(SchemaNode node)
    {
        var scalar = node as ScalarSchema;
        string?[] parts =
        [
            node.Title,
            node.Description,
            scalar?.Format is { } format ? $"Format: {format}." : null,
            scalar?.Constraints.Describe(),
            scalar is { Choices.Count: > 0, Type: not ScalarType.Text } ? $"One of: {string.Join(", ", scalar.Choices)}." : null,
        ];
        var said = string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return said.Length > 0 ? said : null;
    }
}
