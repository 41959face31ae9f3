using System.Text.Json;

namespace GroundedDocs.Documents.Schemas;

/// <summary>
/// The shapes that one subschema allows, after references, unions and both ways of writing "or null" have been resolved.
/// </summary>
internal sealed class SchemaShapes
{
    private static readonly string[] UnionKeywords = ["anyOf", "oneOf", "allOf"];
    private readonly JsonElement root;
    private readonly List<SchemaVariant> variants = [];

    private SchemaShapes(JsonElement root) => this.root = root;

    /// <summary>The non-null shapes; empty when only null is allowed.</summary>
    public IReadOnlyList<SchemaVariant> Variants => variants;

    /// <summary>Whether null is allowed.</summary>
    public bool IsNullable { get; private set; }

    /// <summary>The outermost title.</summary>
    public string? Title { get; private set; }

    /// <summary>The outermost description.</summary>
    public string? Description { get; private set; }

    /// <summary>Resolves the subschema at a site.</summary>
    public static Result<SchemaShapes> Resolve(JsonElement root, SchemaSite site)
    {
        var shapes = new SchemaShapes(root);
        var failure = shapes.Collect(site, isOnlyWay: true);
        return failure is null ? shapes : failure;
    }

    private Failure? Collect(SchemaSite site, bool isOnlyWay)
    {
        if (site.Element.ValueKind is JsonValueKind.True)
        {
            variants.Add(new SchemaVariant(site, "string"));
            return null;
        }

        if (site.Element.ValueKind is not JsonValueKind.Object)
        {
            return new Failure(
                "schema.node",
                $"The schema at {site.Path} is not an object. Write a subschema such as {{\"type\": \"string\"}}."
            );
        }

        if (isOnlyWay)
        {
            Title ??= site.Text("title");
            Description ??= site.Text("description");
        }

        IsNullable |= site.Element.TryGetProperty("nullable", out var nullable) && nullable.ValueKind == JsonValueKind.True;
        if (site.Text("$ref") is { } reference)
        {
            return SchemaReference.Follow(root, site, reference).TryGet(out var target, out var failure)
                ? Collect(target, isOnlyWay)
                : failure;
        }

        var union = Array.Find(UnionKeywords, k => site.Element.TryGetProperty(k, out var list) && list.ValueKind == JsonValueKind.Array);
        return union is null ? CollectTypes(site) : CollectUnion(site, union, isOnlyWay);
    }

    private Failure? CollectUnion(SchemaSite site, string keyword, bool isOnlyWay)
    {
        var branches = site.Element.GetProperty(keyword);
        if (keyword == "allOf" && branches.GetArrayLength() > 1)
        {
            return new Failure(
                "schema.allOf",
                $"The \"allOf\" at {site.Path} joins several schemas. Write their properties into one object."
            );
        }

        var alternatives = branches.EnumerateArray().Count(b => !IsNull(b));
        var index = 0;
        foreach (var branch in branches.EnumerateArray())
        {
            if (Collect(site.Step(branch, $"{keyword}[{index++}]"), isOnlyWay && alternatives == 1 && !IsNull(branch)) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    private Failure? CollectTypes(SchemaSite site)
    {
        foreach (var type in TypesOf(site.Element))
        {
            if (type == "null")
            {
                IsNullable = true;
            }
            else if (type is "object" or "array" or "string" or "number" or "integer" or "boolean")
            {
                variants.Add(new SchemaVariant(site, type));
            }
            else
            {
                return new Failure(
                    "schema.type",
                    $"The \"type\" at {site.Path} is not a type of JSON Schema. Use string, number, integer, boolean, object or array."
                );
            }
        }

        IsNullable |=
            site.Element.TryGetProperty("enum", out var choices)
            && choices.ValueKind == JsonValueKind.Array
            && choices.EnumerateArray().Any(IsNullValue);
        return null;
    }

    private static IEnumerable<string> TypesOf(JsonElement element)
    {
        if (!element.TryGetProperty("type", out var type))
        {
            return [ImpliedType(element)];
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => [type.GetString()!],
            JsonValueKind.Array => type.EnumerateArray().Select(t => t.ValueKind == JsonValueKind.String ? t.GetString()! : ""),
            _ => [""],
        };
    }

    private static string ImpliedType(JsonElement element)
    {
        if (element.TryGetProperty("properties", out _))
        {
            return "object";
        }

        if (element.TryGetProperty("items", out _))
        {
            return "array";
        }

        var sample =
            element.TryGetProperty("const", out var constant) ? constant
            : element.TryGetProperty("enum", out var choices) && choices.ValueKind == JsonValueKind.Array
                ? choices.EnumerateArray().FirstOrDefault(c => !IsNullValue(c))
            : default;
        return sample.ValueKind switch
        {
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Null => "null",
            _ => "string",
        };
    }

    private static bool IsNull(JsonElement branch) =>
        branch.ValueKind == JsonValueKind.Object
        && branch.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
        && type.ValueEquals("null");

    private static bool IsNullValue(JsonElement value) => value.ValueKind == JsonValueKind.Null;
}
