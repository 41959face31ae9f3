using System.Text.Json;
using GroundedDocs.Documents.Values;
using GroundedDocs.Orchestration.Corrections;

namespace GroundedDocs.App.Api.Feedback;

/// <summary>Finds the fields in which a better response differs from a prediction's. What the better one leaves out is not wrong.</summary>
internal static class ResponseDifference
{
    private const string MetadataSuffix = "_metadata";

    /// <summary>The changed fields, in the better response's order; metadata is nobody's correction.</summary>
    public static IReadOnlyList<FieldChange> Of(JsonElement before, JsonElement after)
    {
        var changes = new List<FieldChange>();
        Compare(FieldPath.Root, before, after, changes);
        return changes;
    }

    private static void Compare(FieldPath path, JsonElement? before, JsonElement after, List<FieldChange> changes)
    {
        switch (after.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (
                    var member in after.EnumerateObject().Where(member => !member.Name.EndsWith(MetadataSuffix, StringComparison.Ordinal))
                )
                {
                    Compare(path.Property(member.Name), Member(before, member.Name), member.Value, changes);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, element) in after.EnumerateArray().Index())
                {
                    Compare(path.Element(index), Element(before, index), element, changes);
                }

                AddMissing(path, before, after.GetArrayLength(), changes);
                break;
            default:
                if (before is null || !JsonElement.DeepEquals(before.Value, after))
                {
                    changes.Add(new FieldChange(path.ToString(), before?.GetRawText(), after.GetRawText()));
                }

                break;
        }
    }

    /// <summary>A list says how long it is: rows of the prediction beyond its end should not be there.</summary>
    private static void AddMissing(FieldPath path, JsonElement? before, int count, List<FieldChange> changes)
    {
        if (before is { ValueKind: JsonValueKind.Array } list)
        {
            changes.AddRange(
                list.EnumerateArray()
                    .Index()
                    .Skip(count)
                    .Select(row => new FieldChange(path.Element(row.Index).ToString(), row.Item.GetRawText(), "null"))
            );
        }
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Element(JsonElement? parent, int index) =>
        parent is { ValueKind: JsonValueKind.Array } known && index < known.GetArrayLength() ? known[index] : null;
}
