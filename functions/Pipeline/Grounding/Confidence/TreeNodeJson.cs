using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Writes a tree on one line: a leaf as its number, a question as [feature, below, less, more]. So
/// ["label", 0.3, 0.4, 0.9] says four in ten are right where the label is below 0.3, and nine in ten elsewhere.
/// </summary>
internal sealed class TreeNodeJson : JsonConverter<TreeNode>
{
    private const int QuestionLength = 4;

    public override TreeNode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var tree = JsonDocument.ParseValue(ref reader);
        return Parse(tree.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, TreeNode value, JsonSerializerOptions options) => writer.WriteRawValue(Text(value));

    private static TreeNode Parse(JsonElement node) =>
        node.ValueKind == JsonValueKind.Number ? new TreeNode { Value = node.GetDouble() }
        : node.ValueKind == JsonValueKind.Array && node.GetArrayLength() == QuestionLength
            ? new TreeNode
            {
                Feature = Enum.TryParse<ConfidenceFeature>(node[0].GetString(), ignoreCase: true, out var feature)
                    ? feature
                    : throw new JsonException($"There is no feature '{node[0]}'."),
                Below = node[1].GetDouble(),
                Less = Parse(node[2]),
                More = Parse(node[3]),
            }
        : throw new JsonException("A tree is a number or [feature, below, less, more].");

    private static string Text(TreeNode node) =>
        node is { Feature: { } feature, Less: { } less, More: { } more }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"[\"{JsonNamingPolicy.CamelCase.ConvertName(feature.ToString())}\",{node.Below},{Text(less)},{Text(more)}]"
            )
            : node.Value.ToString(CultureInfo.InvariantCulture);
}
