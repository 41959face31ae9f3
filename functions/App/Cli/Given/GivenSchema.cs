using System.Text.Json.Nodes;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.App.Cli.Given;

/// <summary>
/// Fits a schema to given values: people give some lists as one text. Such a field is grounded as the text it is given as.
/// </summary>
internal static class GivenSchema
{
    /// <summary>The schema, with every array that one of the paths gives a single value for turned into a text.</summary>
    public static string Fit(string schemaJson, IEnumerable<FieldPath> paths)
    {
        var root = JsonNode.Parse(schemaJson)!;
        foreach (var path in paths)
        {
            if (NodeAt(root, path) is { } node && IsArray(node))
            {
                node["type"] = new JsonArray("string", "null");
                node.Remove("items");
            }
        }

        return root.ToJsonString();
    }

    private static JsonObject? NodeAt(JsonNode root, FieldPath path)
    {
        var node = root as JsonObject;
        foreach (var segment in path.Segments)
        {
            node = (segment.IsIndex ? node?["items"] : (node?["properties"] as JsonObject)?[segment.Name!]) as JsonObject;
        }

        return node;
    }

    private static bool IsArray(JsonObject node) =>
        node["type"] switch
        {
            JsonValue type => type.ToString() == "array",
            JsonArray types => types.Any(type => type?.ToString() == "array"),
            _ => false,
        };
}
