using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Lines;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>
/// Keeps what was read of a data set in a file, one document a line, so that benchmarks need not read again. Everything
/// that extraction and grounding look at is kept; lines and blocks are built again from the words, as a reader does it.
/// </summary>
internal static class LayoutCache
{
    private const int Digits = 6;

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
            turn = page.AppliedRotationDegrees,
            skew = page.SkewDegrees,
            words = page.Words.Select(w =>
                new object?[]
                {
                    w.Text,
                    Write(w.Box),
                    w.Confidence,
                    (int)w.Source,
                    Write(w.CharacterEdges),
                    Write(w.CharacterConfidences),
                    w.Lattice?.ToString(),
                }
            ),
            checks = page.CheckBoxes.Select(c => new object?[] { Write(c.Box), c.IsSelected, c.Confidence, (int)c.Source, c.FieldName }),
        };

    private static double[] Write(BoundingBox box) => Write([box.Left, box.Top, box.Width, box.Height])!;

    private static double[]? Write(IReadOnlyList<double>? values) => values?.Select(v => Math.Round(v, Digits)).ToArray();

    private static DocumentLayout Read(JsonNode document) =>
        new([.. document["pages"]!.AsArray().Select((page, i) => ReadPage(page!, i + 1))]);

    private static PageLayout ReadPage(JsonNode page, int number) =>
        LayoutBuilder.Build(
            number,
            new PixelSize(page["w"]!.GetValue<int>(), page["h"]!.GetValue<int>()),
            [.. page["words"]!.AsArray().Select(w => ReadWord(w!))],
            [.. page["checks"]!.AsArray().Select(c => ReadCheckBox(c!))],
            page["skew"]!.GetValue<double>()
        ) with
        {
            AppliedRotationDegrees = page["turn"]!.GetValue<int>(),
        };

    private static Word ReadWord(JsonNode word) =>
        new(word[0]!.ToString(), ReadBox(word[1]!), word[2]!.GetValue<double>(), (WordSource)word[3]!.GetValue<int>())
        {
            CharacterEdges = ReadNumbers(word[4]),
            CharacterConfidences = ReadNumbers(word[5]),
            Lattice = word[6] is { } lattice ? CharacterLattice.Parse(lattice.ToString()) : null,
        };

    private static CheckBox ReadCheckBox(JsonNode box) =>
        new(
            ReadBox(box[0]!),
            box[1]!.GetValue<bool>(),
            box[2]!.GetValue<double>(),
            (WordSource)box[3]!.GetValue<int>(),
            box[4]?.ToString()
        );

    private static BoundingBox ReadBox(JsonNode box) => ReadNumbers(box) is { } n ? new BoundingBox(n[0], n[1], n[2], n[3]) : default;

    private static double[]? ReadNumbers(JsonNode? values) => values?.AsArray().Select(v => v!.GetValue<double>()).ToArray();
}
