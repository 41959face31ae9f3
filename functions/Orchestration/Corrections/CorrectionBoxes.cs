using System.Text.Json;
using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Results;

namespace GroundedDocs.Orchestration.Corrections;

/// <summary>How the place of a corrected value is kept in a column: <c>[[page, left, top, width, height, content], …]</c>.</summary>
internal static class CorrectionBoxes
{
    private const int Decimals = 6;

    /// <summary>Characters of a column that one box's content may take; what is printed there stands in the layout as well.</summary>
    private const int ContentCharacters = 100;

    public static string Write(IReadOnlyList<GroundedBox> boxes) =>
        new JsonArray([.. boxes.Take(CorrectionLimits.Boxes).Select(Write)]).ToJsonString(ResultBody.Json);

    public static IReadOnlyList<GroundedBox> Read(string written)
    {
        using var parsed = JsonDocument.Parse(written);
        return [.. parsed.RootElement.EnumerateArray().Select(Read)];
    }

    private static JsonNode Write(GroundedBox box)
    {
        var (page, at) = box.Region;
        var content = box.Content.Length <= ContentCharacters ? box.Content : box.Content[..ContentCharacters];
        return new JsonArray(page, Rounded(at.Left), Rounded(at.Top), Rounded(at.Width), Rounded(at.Height), content);
    }

    private static GroundedBox Read(JsonElement box)
    {
        var place = new BoundingBox(box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble(), box[4].GetDouble());
        return new GroundedBox(new PageRegion(box[0].GetInt32(), place), box[5].GetString() ?? "", 1);
    }

    private static double Rounded(double share) => Math.Round(share, Decimals);
}
