using System.Text.Json.Nodes;

namespace GroundedDocs.Tests.Adapters.DocumentIntelligence;

/// <summary>Writes prebuilt-layout answers of the service's shape, for pages made up by the tests.</summary>
internal sealed class LayoutAnswer(double width, double height, string unit, double angle = 0)
{
    private readonly JsonArray words = [];
    private readonly JsonArray lines = [];
    private readonly JsonArray marks = [];
    private readonly JsonArray paragraphs = [];
    private readonly JsonArray cells = [];
    private string content = "";

    public int Offset => content.Length;

    /// <summary>A printed line of words, each with its polygon.</summary>
    public LayoutAnswer Line(params (string Text, double[] Polygon)[] printed)
    {
        var start = content.Length;
        foreach (var (text, polygon) in printed)
        {
            words.Add(Word(text, polygon));
            content += text + " ";
        }

        lines.Add(new JsonObject { ["content"] = "", ["spans"] = new JsonArray(Span(start, content.Length - start)) });
        content = content.TrimEnd() + "\n";
        return this;
    }

    /// <summary>A word that belongs to no line.</summary>
    public LayoutAnswer StrayWord(string text, double[] polygon)
    {
        words.Add(Word(text, polygon));
        content += text + "\n";
        return this;
    }

    public LayoutAnswer Paragraph(int start)
    {
        paragraphs.Add(new JsonObject { ["spans"] = new JsonArray(Span(start, content.Length - start)) });
        return this;
    }

    public LayoutAnswer Cell(int start)
    {
        cells.Add(
            new JsonObject
            {
                ["rowIndex"] = 0,
                ["columnIndex"] = cells.Count,
                ["spans"] = new JsonArray(Span(start, content.Length - start)),
            }
        );
        return this;
    }

    public LayoutAnswer Mark(string state, double[] polygon)
    {
        marks.Add(
            new JsonObject
            {
                ["state"] = state,
                ["polygon"] = Numbers(polygon),
                ["confidence"] = 0.9,
            }
        );
        return this;
    }

    public string Write(string status = "succeeded") =>
        new JsonObject
        {
            ["status"] = status,
            ["analyzeResult"] = new JsonObject
            {
                ["apiVersion"] = "2024-11-30",
                ["stringIndexType"] = "utf16CodeUnit",
                ["content"] = content,
                ["pages"] = new JsonArray(
                    new JsonObject
                    {
                        ["pageNumber"] = 1,
                        ["angle"] = angle,
                        ["width"] = width,
                        ["height"] = height,
                        ["unit"] = unit,
                        ["words"] = words.DeepClone(),
                        ["lines"] = lines.DeepClone(),
                        ["selectionMarks"] = marks.DeepClone(),
                    }
                ),
                ["paragraphs"] = paragraphs.DeepClone(),
                ["tables"] = new JsonArray(new JsonObject { ["cells"] = cells.DeepClone() }),
            },
        }.ToJsonString();

    /// <summary>The polygon of an upright rectangle.</summary>
    public static double[] Box(double left, double top, double right, double bottom) =>
        [left, top, right, top, right, bottom, left, bottom];

    private JsonObject Word(string text, double[] polygon) =>
        new()
        {
            ["content"] = text,
            ["polygon"] = Numbers(polygon),
            ["confidence"] = 0.98,
            ["span"] = Span(content.Length, text.Length),
        };

    private static JsonObject Span(int offset, int length) => new() { ["offset"] = offset, ["length"] = length };

    private static JsonArray Numbers(double[] numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
