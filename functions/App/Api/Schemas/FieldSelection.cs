using System.Text.Json.Nodes;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Api.Schemas;

/// <summary>Cuts a JSON Schema down to the fields that a GraphQL selection names, in the selection's order.</summary>
internal static class FieldSelection
{
    private const int MaxReferences = 32;

    private static readonly string[] BranchKeywords = ["anyOf", "oneOf", "allOf"];

    /// <summary>The schema with the chosen fields alone, or what is wrong with the statement.</summary>
    /// <param name="statement">Such as <c>{ invoice_id items { description } }</c>; <c>query Name { … }</c> is understood too.</param>
    /// <param name="schemaJson">A JSON Schema that is known to be valid.</param>
    public static Result<string> Apply(string statement, string schemaJson)
    {
        if (!SelectionReader.Read(statement).TryGet(out var selection, out var failure))
        {
            return failure;
        }

        var schema = JsonNode.Parse(schemaJson)!.AsObject();
        return Cut(schema, schema, selection, "").TryGet(out _, out failure) ? schema.ToJsonString() : failure;
    }

    private static Result<JsonObject> Cut(JsonObject node, JsonObject root, IReadOnlyList<Selected> selection, string path)
    {
        if (ObjectWithin(node, root) is not { } target)
        {
            return new Failure("gql.scalar", $"'{path}' has no fields to choose from.");
        }

        var properties = target["properties"]!.AsObject();
        var kept = new JsonObject();
        foreach (var field in selection)
        {
            var full = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (properties[field.Name] is not JsonObject child || kept.ContainsKey(field.Name))
            {
                return new Failure(
                    "gql.field",
                    $"there is no field '{full}', or it is named twice; the schema's properties are what can be chosen."
                );
            }

            var copy = child.DeepClone().AsObject();
            if (field.Fields.Count > 0 && Cut(copy, root, field.Fields, full).Failure is { } wrong)
            {
                return wrong;
            }

            kept[field.Name] = copy;
        }

        target["properties"] = kept;
        if (target["required"] is JsonArray required)
        {
            target["required"] = new JsonArray([
                .. required.Where(name => kept.ContainsKey((string)name!)).Select(name => name!.DeepClone()),
            ]);
        }

        return node;
    }

    /// <summary>
    /// The object whose properties are meant: the node itself, what its reference leads to, its elements, or its branch that is not
    /// null. References are put in place, because other fields may share them.
    /// </summary>
    private static JsonObject? ObjectWithin(JsonObject node, JsonObject root)
    {
        for (var followed = 0; followed < MaxReferences; followed++)
        {
            if (node["properties"] is JsonObject)
            {
                return node;
            }

            if ((string?)node["$ref"] is { } reference && Resolve(reference, root) is { } target)
            {
                node.Remove("$ref");
                foreach (var (name, value) in target)
                {
                    node[name] = value?.DeepClone();
                }

                continue;
            }

            var inner = node["items"] as JsonObject ?? Branches(node).FirstOrDefault(branch => IsStructured(branch));
            if (inner is null)
            {
                return null;
            }

            node = inner;
        }

        return null;
    }

    private static IEnumerable<JsonObject> Branches(JsonObject node) =>
        BranchKeywords.SelectMany(name => node[name] as JsonArray ?? []).OfType<JsonObject>();

    private static bool IsStructured(JsonObject branch) =>
        branch.ContainsKey("properties") || branch.ContainsKey("$ref") || branch.ContainsKey("items");

    private static JsonObject? Resolve(string reference, JsonObject root)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        JsonNode? at = root;
        foreach (var step in reference[2..].Split('/'))
        {
            at = (at as JsonObject)?[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        }

        return at as JsonObject;
    }
}
