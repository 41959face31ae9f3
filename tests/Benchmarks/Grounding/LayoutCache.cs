using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Keeps what was read of a data set in a file, one document a line, so that benchmarks need not read again.</summary>
internal static class LayoutCache
{
    public static void Append(string file, string id, DocumentLayout layout) =>
        File.AppendAllText(file, JsonSerializer.Serialize(new { id, pages = layout.Pages.Select(Write) }) + "\n");

    public static Dictionary<string, DocumentLayout> Load(string file) =>
        File.Exists(file)
            ? File.ReadLines(file)
                .Select(line => JsonNode.Parse(line)!)
                .ToDictionary(d => d["id"]!.ToString(), Read, StringComparer.Ordinal)
            : [];

    private static object Write(PageLayout page) =>
        new
        {
            w = page.Size.Width,
            h = page.Size.Height,
            words = page.Words.Select(w => new object[] { w.Text, w.Box.Left, w.Box.Top, w.Box.Width, w.Box.Height, w.Confidence }),
            checks = page.CheckBoxes.Select(c => new object[] { c.Box.Left, c.Box.Top, c.Box.Width, c.Box.Height, c.IsSelected }),
        };

    private static DocumentLayout Read(JsonNode document) =>
        new([.. document["pages"]!.AsArray().Select((page, i) => ReadPage(page!, i + 1))]);

    private static PageLayout ReadPage(JsonNode page, int number) =>
        new(
            number,
            new PixelSize((int)page["w"]!.GetValue<double>(), (int)page["h"]!.GetValue<double>()),
            [.. page["words"]!.AsArray().Select(w => ReadWord(w!))],
            [],
            [],
            [.. page["checks"]!.AsArray().Select(c => new CheckBox(Box(c!, 0), c![4]!.GetValue<bool>(), 1, WordSource.Recognition))]
        );

    private static Word ReadWord(JsonNode word)
    {
        var confidence = word[5]!.GetValue<double>();
        return new Word(word[0]!.ToString(), Box(word, 1), confidence, confidence < 1 ? WordSource.Recognition : WordSource.TextLayer);
    }

    private static BoundingBox Box(JsonNode values, int at) =>
        new(Number(values, at), Number(values, at + 1), Number(values, at + 2), Number(values, at + 3));

    private static double Number(JsonNode values, int at) => values[at]!.GetValue<double>();
}
