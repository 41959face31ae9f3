using System.Globalization;
using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>
/// Answers like a vision-language model that reads the given truth with the given faults, in the form that the request's schema
/// asks for. The same seed and question give the same answer.
/// </summary>
internal sealed class SimulatedAnswers(IReadOnlyList<TrueField> truth, FaultProfile faults, int seed)
{
    private const int LongTableRows = 10;
    private readonly Dictionary<string, TrueField> fields = truth.ToDictionary(field => field.Path, StringComparer.Ordinal);
    private readonly Random random = new(seed);

    /// <summary>The values, as JSON, that are wrong on purpose: a model is less sure of them.</summary>
    public List<string> WrongValues { get; } = [];

    /// <summary>The answer to a request for these pages.</summary>
    public JsonObject Answer(JsonObject schema, IReadOnlySet<int> pages) => (JsonObject)Node(schema, "", pages)!;

    private JsonNode? Node(JsonObject schema, string path, IReadOnlySet<int> pages)
    {
        if (schema["items"] is JsonObject items && schema["type"]?.ToString() == "array")
        {
            return Rows(items, path, pages);
        }

        var members = (JsonObject)schema["properties"]!;
        if (members.ContainsKey("value") && members.ContainsKey("text"))
        {
            return Leaf(members, path, pages);
        }

        var written = new JsonObject();
        foreach (var (name, member) in members)
        {
            written[name] = Node((JsonObject)member!, path.Length == 0 ? name : $"{path}.{name}", pages);
        }

        return written;
    }

    private JsonArray Rows(JsonObject items, string path, IReadOnlySet<int> pages)
    {
        var rows = new JsonArray();
        var count =
            fields
                .Keys.Where(key => key.StartsWith(path + "[", StringComparison.Ordinal))
                .Select(key => IndexIn(key, path))
                .DefaultIfEmpty(-1)
                .Max() + 1;
        for (var index = 0; index < count; index++)
        {
            var row = $"{path}[{index}]";
            var isOnPages = fields.Values.Any(field =>
                field.Path.StartsWith(row, StringComparison.Ordinal) && pages.Contains(field.PageNumber)
            );
            if (isOnPages && (count < LongTableRows || random.NextDouble() >= faults.LostRows))
            {
                rows.Add(Node(items, row, pages));
            }
        }

        return rows;
    }

    private static int IndexIn(string key, string path) =>
        int.Parse(key.AsSpan(path.Length + 1, key.IndexOf(']', path.Length) - path.Length - 1), CultureInfo.InvariantCulture);

    private JsonObject Leaf(JsonObject members, string path, IReadOnlySet<int> pages)
    {
        var leaf = new JsonObject { ["value"] = null, ["text"] = null };
        if (fields.GetValueOrDefault(path) is not { } field || !pages.Contains(field.PageNumber))
        {
            return leaf;
        }

        var (value, text) = Read(field);
        leaf["value"] = value;
        leaf["text"] = text;
        if (members.ContainsKey("page"))
        {
            leaf["page"] = field.PageNumber;
        }

        if (members.ContainsKey("box") && value is not null && Box(field) is { } box)
        {
            double[] edges = [box.Left, box.Top, box.Right, box.Bottom];
            leaf["box"] = new JsonArray([.. edges.Select(edge => (JsonNode)(int)Math.Round(edge * 1000))]);
        }

        return leaf;
    }

    private (JsonNode? Value, string? Text) Read(TrueField field)
    {
        var chance = random.NextDouble();
        if (chance < faults.WrongOrMissing)
        {
            var mistake = Mistake(field);
            WrongValues.Add(mistake.Value?.ToJsonString() ?? "null");
            return mistake;
        }

        if (chance < faults.WrongOrMissing + faults.OtherNotation)
        {
            var text = Notation.Other(field.Text, random);
            return (field.Value.GetValueKind() == System.Text.Json.JsonValueKind.String ? text : field.Value.DeepClone(), text);
        }

        return (field.Value.DeepClone(), field.Text);
    }

    private (JsonNode? Value, string? Text) Mistake(TrueField field)
    {
        var kind = random.Next(5);
        if (kind == 2)
        {
            return (null, null);
        }

        if (kind == 4 && truth.Count > 1)
        {
            var other = truth[random.Next(truth.Count)];
            return (other.Value.DeepClone(), other.Text);
        }

        var wrong = kind == 3 ? Notation.Invented(field.Text, random) : Notation.Slip(field.Text, random);
        return (wrong, wrong);
    }

    private BoundingBox? Box(TrueField field)
    {
        var chance = random.NextDouble();
        if (field.Box is not { } place || chance < faults.BoxAbsent)
        {
            return null;
        }

        if (chance < faults.BoxAbsent + faults.BoxShifted)
        {
            return place with { Left = place.Left + Shift(), Top = place.Top + Shift() };
        }

        return chance < faults.BoxAbsent + faults.BoxShifted + faults.BoxAnywhere
            ? place with
            {
                Left = random.NextDouble() * 0.9,
                Top = random.NextDouble() * 0.9,
            }
            : place;
    }

    private double Shift() => (random.NextDouble() - 0.5) * 0.2;
}
