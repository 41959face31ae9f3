using System.Text.Json;
using System.Text.RegularExpressions;
using GroundedDocs.App.Evaluation.Boxes;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.App.Evaluation.Truth;

/// <summary>Reads the truth of a data set from the lines of its <c>docs.jsonl</c>.</summary>
internal static partial class TruthFile
{
    /// <summary>The path with every index replaced by <c>[]</c>.</summary>
    public static string ColumnOf(string path) => Indexes().Replace(path, "[]");

    /// <summary>Reads one line. A line of another shape throws <see cref="KeyNotFoundException"/> or <see cref="JsonException"/>.</summary>
    public static TruthDocument Read(string line)
    {
        using var parsed = JsonDocument.Parse(line);
        var document = parsed.RootElement;
        var transcript =
            document.TryGetProperty("words", out var words) && words.ValueKind == JsonValueKind.Array
                ? words.EnumerateArray().Select(word => (word.GetProperty("text").GetString() ?? "", BoxJson.ReadTruth(word)))
                : [];
        return new TruthDocument(
            document.GetProperty("id").GetString() ?? "",
            [.. document.GetProperty("fields").EnumerateArray().SelectMany(ReadField)],
            [.. transcript]
        );
    }

    /// <summary>One entry, or one for each element where a list of values stands in one entry.</summary>
    private static IEnumerable<TruthField> ReadField(JsonElement field)
    {
        var path = field.GetProperty("name").GetString() ?? "";
        var column = ColumnOf(path);
        var value = field.GetProperty("value").Clone();
        var several =
            field.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array
                ? values.EnumerateArray().Select(element => element.Clone()).ToArray()
                : [];
        var isList = IsTrue(field, "list") || (several.Length > 0 && column.Contains("[]", StringComparison.Ordinal));
        var alternatives =
            field.TryGetProperty("alt_boxes", out var alt) && alt.ValueKind == JsonValueKind.Array ? alt.EnumerateArray().ToArray() : [];
        var boxes = field.TryGetProperty("boxes", out var main) && main.ValueKind == JsonValueKind.Array ? new[] { main } : [];
        IReadOnlyList<PageRegion>[] places =
        [
            .. boxes
                .Concat(alternatives)
                .Select(place => place.EnumerateArray().Select(BoxJson.ReadTruth).ToArray())
                .Where(place => place.Length > 0),
        ];
        var isSingle = !IsTrue(field, "ambiguous") && alternatives.Length == 0;
        foreach (var each in isList && several.Length > 0 ? several : [value])
        {
            yield return new TruthField(column, each, [each, .. several], places, isSingle) { Path = path };
        }
    }

    private static bool IsTrue(JsonElement field, string name) =>
        field.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    [GeneratedRegex(@"\[[0-9]*\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Indexes();
}
