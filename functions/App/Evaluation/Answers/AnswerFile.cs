using System.Text.Json;
using GroundedDocs.App.Evaluation.Boxes;
using GroundedDocs.App.Evaluation.Truth;

namespace GroundedDocs.App.Evaluation.Answers;

/// <summary>Reads what <c>extract --manifest</c> and <c>ground --manifest</c> write.</summary>
internal static class AnswerFile
{
    private const string MetadataSuffix = "_metadata";

    // How a band ranks when the result has no score; a box adds its reader's confidence as a tie break.
    private static readonly Dictionary<string, double> BandScores = new(StringComparer.Ordinal)
    {
        ["hi"] = 0.9,
        ["med"] = 0.6,
        ["low"] = 0.3,
    };
    private const double TieBreak = 0.05;

    /// <summary>Reads one line.</summary>
    public static AnsweredDocument Read(string line)
    {
        using var parsed = JsonDocument.Parse(line);
        var document = parsed.RootElement;
        var evidence = Items(document, "evidence")
            .Where(entry => entry.TryGetProperty("path", out _))
            .GroupBy(entry => entry.GetProperty("path").GetString() ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var answers = document.TryGetProperty("response", out var response)
            ? Leaves(response, "")
                .Where(leaf => HasValue(leaf.Value))
                .Select(leaf => Answered(leaf, evidence.GetValueOrDefault(leaf.Path)))
                .ToArray()
            : [];
        var isError = document.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null;
        var milliseconds =
            document.TryGetProperty("milliseconds", out var time) && time.ValueKind == JsonValueKind.Number
                ? time.GetDouble()
                : (double?)null;
        return new AnsweredDocument(document.GetProperty("id").GetString() ?? "", answers, isError, milliseconds)
        {
            Cost = CostOf(document),
        };
    }

    private static AnswerCost? CostOf(JsonElement document) =>
        document.TryGetProperty("usage", out var usage) && Number(usage, "cost") is { } amount
            ? new AnswerCost((decimal)amount, Text(usage, "currency") ?? "", (int)(Number(usage, "elements_processed") ?? 0))
            : null;

    private static Answer Answered((string Path, JsonElement Value, JsonElement Metadata) leaf, JsonElement evidence)
    {
        var band = Text(leaf.Metadata, "confidence") ?? Text(evidence, "confidence");
        var score = Number(evidence, "score") ?? Number(leaf.Metadata, "score") ?? BandScore(leaf.Metadata);
        return new Answer(TruthFile.ColumnOf(leaf.Path), leaf.Value.Clone(), BoxJson.ReadMetadata(leaf.Metadata), band ?? "none", score);
    }

    private static double BandScore(JsonElement metadata)
    {
        var boxes = Items(metadata, "bboxes").Select(box => Number(box, "confidence")).OfType<double>().ToArray();
        return BandScores.GetValueOrDefault(Text(metadata, "confidence") ?? "") + (boxes.Length > 0 ? boxes.Min() * TieBreak : 0);
    }

    private static IEnumerable<(string Path, JsonElement Value, JsonElement Metadata)> Leaves(JsonElement node, string prefix)
    {
        if (node.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in node.EnumerateObject().Where(member => !IsMetadata(node, member.Name)))
        {
            var path = prefix + member.Name;
            var metadata = node.TryGetProperty(member.Name + MetadataSuffix, out var found) ? found : default;
            foreach (var leaf in Below(path, member.Value, metadata))
            {
                yield return leaf;
            }
        }
    }

    private static IEnumerable<(string Path, JsonElement Value, JsonElement Metadata)> Below(
        string path,
        JsonElement value,
        JsonElement metadata
    ) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Leaves(value, path + "."),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((element, i) => Element($"{path}[{i}]", element, i, metadata)),
            _ => [(path, value, metadata)],
        };

    private static IEnumerable<(string Path, JsonElement Value, JsonElement Metadata)> Element(
        string path,
        JsonElement element,
        int index,
        JsonElement metadata
    )
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return Leaves(element, path + ".");
        }

        var own = metadata.ValueKind == JsonValueKind.Array ? metadata.EnumerateArray().ElementAtOrDefault(index) : metadata;
        return [(path, element, own)];
    }

    private static bool IsMetadata(JsonElement node, string name) =>
        name.EndsWith(MetadataSuffix, StringComparison.Ordinal) && node.TryGetProperty(name[..^MetadataSuffix.Length], out _);

    private static bool HasValue(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        && !(value.ValueKind == JsonValueKind.String && value.ValueEquals(""));

    private static IEnumerable<JsonElement> Items(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    private static string? Text(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private static double? Number(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number
            ? number.GetDouble()
            : null;
}
