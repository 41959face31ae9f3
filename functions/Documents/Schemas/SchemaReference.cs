using System.Globalization;
using System.Text.Json;

namespace GroundedDocs.Documents.Schemas;

/// <summary>Follows <c>$ref</c> inside one schema: JSON pointers (RFC 6901) behind a number sign; nothing is ever fetched.</summary>
internal static class SchemaReference
{
    /// <summary>The place a reference points to; loops, other documents and dangling pointers are failures.</summary>
    public static Result<SchemaSite> Follow(JsonElement root, SchemaSite site, string reference)
    {
        if (!reference.StartsWith('#'))
        {
            return Refuse(
                "schema.ref.remote",
                site,
                "refers to another document; only references inside the schema (\"#/…\") are followed"
            );
        }

        if (site.References.Contains(reference, StringComparer.Ordinal))
        {
            return Refuse("schema.ref.loop", site, "refers back to itself; a document has no endless nesting, so write the levels out");
        }

        var target = root;
        foreach (var step in reference[1..].Split('/').Skip(1).Select(Unescape))
        {
            if (!TryStep(target, step, out target))
            {
                return Refuse("schema.ref.missing", site, "refers to a definition that does not exist; add it or correct the name");
            }
        }

        return reference is "#" || reference.StartsWith("#/", StringComparison.Ordinal)
            ? site with
            {
                Element = target,
                References = [.. site.References, reference],
            }
            : Refuse("schema.ref.missing", site, "uses an anchor; only JSON pointers (\"#/$defs/name\") are followed");
    }

    private static bool TryStep(JsonElement at, string step, out JsonElement next)
    {
        next = default;
        if (at.ValueKind == JsonValueKind.Object)
        {
            return at.TryGetProperty(step, out next);
        }

        if (
            at.ValueKind != JsonValueKind.Array
            || !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= at.GetArrayLength()
        )
        {
            return false;
        }

        next = at[index];
        return true;
    }

    private static string Unescape(string step) =>
        Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static Failure Refuse(string code, SchemaSite site, string what) => new(code, $"The $ref at {site.Path} {what}.");
}
