using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace GroundedDocs.App.Cli.Demo;

/// <summary>Lays a result out for people: field, value, confidence, page, box.</summary>
internal static class ResultTable
{
    /// <summary>The fields that have a value, in the result's order. Pages are counted from 1, boxes are shares of the page.</summary>
    public static Table Lay(string title, JsonElement result)
    {
        var table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Simple);
        table.AddColumns("field", "value", "confidence", "page", "left top width height");
        AddFields(table, result.GetProperty("response"), "");
        return table;
    }

    private static void AddFields(Table table, JsonElement node, string prefix)
    {
        foreach (var field in node.EnumerateObject())
        {
            AddValue(table, prefix + field.Name, field.Value, MetadataOf(node, field.Name));
        }
    }

    private static void AddValue(Table table, string path, JsonElement value, JsonElement? metadata)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when !path.EndsWith("_metadata", StringComparison.Ordinal):
                AddFields(table, value, path + ".");
                break;
            case JsonValueKind.Array when !path.EndsWith("_metadata", StringComparison.Ordinal):
                foreach (var (index, element) in value.EnumerateArray().Index())
                {
                    var own = metadata is { ValueKind: JsonValueKind.Array } list ? list[index] : (JsonElement?)null;
                    AddValue(table, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), element, own);
                }

                break;
            case JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                AddRow(table, path, value, metadata);
                break;
        }
    }

    private static void AddRow(Table table, string path, JsonElement value, JsonElement? metadata)
    {
        var boxes = metadata is { ValueKind: JsonValueKind.Object } found ? found.GetProperty("bboxes").EnumerateArray().ToArray() : [];
        var confidence = boxes.Length > 0 ? metadata!.Value.GetProperty("confidence").GetString()! : "";
        table.AddRow(
            Markup.Escape(path),
            Markup.Escape(value.ToString()),
            confidence,
            string.Join('\n', boxes.Select(box => (box.GetProperty("page").GetInt32() + 1).ToString(CultureInfo.InvariantCulture))),
            string.Join('\n', boxes.Select(WriteBox))
        );
    }

    private static string WriteBox(JsonElement box) =>
        string.Join(
            ' ',
            box.GetProperty("xywh").EnumerateArray().Select(side => side.GetDouble().ToString("0.000", CultureInfo.InvariantCulture))
        );

    private static JsonElement? MetadataOf(JsonElement node, string name) =>
        node.TryGetProperty(name + "_metadata", out var metadata) ? metadata : null;
}
