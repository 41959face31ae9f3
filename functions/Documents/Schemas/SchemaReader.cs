using System.Text.Json;

namespace GroundedDocs.Documents.Schemas;

/// <summary>Builds the nouns of one schema and counts what it costs.</summary>
internal sealed class SchemaReader(JsonElement root)
{
    private const string MetadataSuffix = "_metadata";
    private int fieldCount;
    private int nodeCount;

    /// <summary>Reads the whole schema.</summary>
    public Result<SchemaNode> ReadRoot() => Read("", new SchemaSite(root, "$", []), 0);

    private Result<SchemaNode> Read(string name, SchemaSite site, int depth)
    {
        if (depth > SchemaLimits.MaxDepth)
        {
            return new Failure(
                "schema.depth",
                $"The schema is nested deeper than {SchemaLimits.MaxDepth} levels at {site.Path}. Flatten it."
            );
        }

        if (++nodeCount > SchemaLimits.MaxNodes)
        {
            return TooMany(site, "nodes after its references are followed", SchemaLimits.MaxNodes);
        }

        return SchemaShapes.Resolve(root, site).TryGet(out var shapes, out var failure) ? Build(name, site, shapes, depth) : failure;
    }

    private Result<SchemaNode> Build(string name, SchemaSite site, SchemaShapes shapes, int depth)
    {
        if (shapes.Variants.All(v => v.IsScalar))
        {
            return ++fieldCount > SchemaLimits.MaxFields
                ? TooMany(site, "fields", SchemaLimits.MaxFields)
                : ScalarReader.Read(name, site, shapes);
        }

        if (shapes.Variants.Count > 1)
        {
            return new Failure("schema.union", $"The schema at {site.Path} allows several shapes besides null. Choose one of them.");
        }

        var variant = shapes.Variants[0];
        return variant.Type == "object" ? ReadObject(name, variant.Site, shapes, depth) : ReadArray(name, variant.Site, shapes, depth);
    }

    private Result<SchemaNode> ReadObject(string name, SchemaSite site, SchemaShapes shapes, int depth)
    {
        var properties = new List<SchemaNode>();
        if (site.Element.TryGetProperty("properties", out var declared))
        {
            if (declared.ValueKind != JsonValueKind.Object)
            {
                return new Failure(
                    "schema.properties",
                    $"The \"properties\" at {site.Path} is not an object. Map each name to a subschema."
                );
            }

            foreach (var property in declared.EnumerateObject())
            {
                var here = site.Step(property.Value, $"properties.{Shorten(property.Name)}");
                if (RefusedName(property.Name, declared, here) is { } refused)
                {
                    return refused;
                }

                if (!Read(property.Name, here, depth + 1).TryGet(out var node, out var failure))
                {
                    return failure;
                }

                properties.Add(node);
            }
        }

        return new ObjectSchema(name, shapes.Title, shapes.Description, shapes.IsNullable, properties);
    }

    private Result<SchemaNode> ReadArray(string name, SchemaSite site, SchemaShapes shapes, int depth)
    {
        if (
            site.Element.TryGetProperty("prefixItems", out _)
            || (site.Element.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array)
        )
        {
            return new Failure(
                "schema.tuple",
                $"The array at {site.Path} lists a schema for each position. Give one schema for all its items."
            );
        }

        if (items.ValueKind == JsonValueKind.Undefined)
        {
            fieldCount++;
            return new ArraySchema(
                name,
                shapes.Title,
                shapes.Description,
                shapes.IsNullable,
                new ScalarSchema("", null, null, false, ScalarType.Text, null, [])
            );
        }

        return Read("", site.Step(items, "items"), depth + 1).TryGet(out var node, out var failure)
            ? new ArraySchema(name, shapes.Title, shapes.Description, shapes.IsNullable, node)
            : failure;
    }

    // The response writes <name>_metadata beside <name>: a property of that very name would be overwritten or doubled.
    private static Failure? RefusedName(string name, JsonElement siblings, SchemaSite site)
    {
        if (name.Length is 0 or > SchemaLimits.MaxNameLength)
        {
            return new Failure(
                "schema.name",
                $"The property name at {site.Path} has {name.Length} characters; it needs 1 to {SchemaLimits.MaxNameLength}."
            );
        }

        return name.EndsWith(MetadataSuffix, StringComparison.Ordinal) && siblings.TryGetProperty(name[..^MetadataSuffix.Length], out _)
            ? new Failure(
                "schema.metadata",
                $"The property at {site.Path} has the name under which the metadata of '{Shorten(name[..^MetadataSuffix.Length])}' is returned. Rename it."
            )
            : null;
    }

    private static string Shorten(string name) => name.Length <= 60 ? name : name[..60] + "…";

    private static Failure TooMany(SchemaSite site, string what, int limit) =>
        new("schema.fields", $"The schema has more than {limit} {what} (counted up to {site.Path}). Ask for fewer, or split the schema.");
}
