using System.Text.Json;

namespace GroundedDocs.Documents.Schemas;

/// <summary>A place inside the caller's schema while it is being read.</summary>
/// <param name="Element">The subschema there.</param>
/// <param name="Path">Where the caller finds it, such as <c>$.properties.total</c>; for error messages.</param>
/// <param name="References">The references followed on the way, so that loops are found.</param>
internal readonly record struct SchemaSite(JsonElement Element, string Path, IReadOnlyList<string> References)
{
    /// <summary>The same way, one step further down.</summary>
    public SchemaSite Step(JsonElement element, string step) => this with { Element = element, Path = $"{Path}.{step}" };

    /// <summary>A keyword's value as text, or null when it is missing or not text.</summary>
    public string? Text(string keyword) =>
        Element.ValueKind == JsonValueKind.Object
        && Element.TryGetProperty(keyword, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A keyword's value as a number, or null when it is missing or not one.</summary>
    public decimal? Number(string keyword) =>
        Element.ValueKind == JsonValueKind.Object
        && Element.TryGetProperty(keyword, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDecimal(out var number)
            ? number
            : null;
}
