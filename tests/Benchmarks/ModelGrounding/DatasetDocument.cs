using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Tests.Simulation.Model;

namespace GroundedDocs.Benchmarks.ModelGrounding;

/// <summary>A document of a data set with what it really says, as a simulated model reads it.</summary>
/// <param name="Id">Its name in the set.</param>
/// <param name="File">Its file.</param>
/// <param name="SchemaJson">The schema to extract with.</param>
/// <param name="Truth">What it says.</param>
internal sealed record DatasetDocument(string Id, string File, string SchemaJson, IReadOnlyList<TrueField> Truth)
{
    /// <summary>All documents of a folder with a <c>docs.jsonl</c>.</summary>
    public static IEnumerable<DatasetDocument> ReadAll(string folder) =>
        System.IO.File.ReadLines(Path.Combine(folder, "docs.jsonl")).Select(line => Read(folder, JsonNode.Parse(line)!));

    private static DatasetDocument Read(string folder, JsonNode entry) =>
        new(
            entry["id"]!.ToString(),
            Path.Combine(folder, entry["file"]!.ToString()),
            System.IO.File.ReadAllText(Path.Combine(folder, entry["schema_file"]!.ToString())),
            [
                .. ((JsonArray)entry["fields"]!)
                    .Where(field => field!["value"] is JsonValue)
                    .Select(field => Field(field!))
                    .DistinctBy(field => field.Path, StringComparer.Ordinal),
            ]
        );

    /// <summary>A value over several lines has one box around them, which is how models point.</summary>
    private static TrueField Field(JsonNode field)
    {
        var boxes = field["boxes"] is JsonArray all ? all.Select(box => (Page: box!["page"]!.GetValue<int>(), Box: Box(box))).ToList() : [];
        var value = (JsonValue)field["value"]!.DeepClone();
        return boxes.Count == 0
            ? new TrueField(field["name"]!.ToString(), value, value.ToString(), 1, null)
            : new TrueField(
                field["name"]!.ToString(),
                value,
                value.ToString(),
                boxes[0].Page,
                BoundingBox.Enclosing(boxes.Where(box => box.Page == boxes[0].Page).Select(box => box.Box))
            );
    }

    private static BoundingBox Box(JsonNode box) => new(Number(box, "x"), Number(box, "y"), Number(box, "w"), Number(box, "h"));

    private static double Number(JsonNode box, string name) => box[name]!.GetValue<double>();
}
