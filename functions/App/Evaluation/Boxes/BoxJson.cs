using System.Text.Json;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.App.Evaluation.Boxes;

/// <summary>Reads boxes of truth files and of results.</summary>
internal static class BoxJson
{
    /// <summary>A truth box: <c>page</c> from 1, <c>x</c>, <c>y</c>, <c>w</c>, <c>h</c>.</summary>
    public static PageRegion ReadTruth(JsonElement box) =>
        new(
            box.GetProperty("page").GetInt32(),
            new BoundingBox(
                box.GetProperty("x").GetDouble(),
                box.GetProperty("y").GetDouble(),
                box.GetProperty("w").GetDouble(),
                box.GetProperty("h").GetDouble()
            )
        );

    /// <summary>The boxes of a field's metadata, whose pages count from 0; none when there is no metadata.</summary>
    public static IReadOnlyList<PageRegion> ReadMetadata(JsonElement metadata)
    {
        if (
            metadata.ValueKind != JsonValueKind.Object
            || !metadata.TryGetProperty("bboxes", out var boxes)
            || boxes.ValueKind != JsonValueKind.Array
        )
        {
            return [];
        }

        return [.. boxes.EnumerateArray().Select(ReadPublic).OfType<PageRegion>()];
    }

    private static PageRegion? ReadPublic(JsonElement box)
    {
        JsonElement edges = default;
        var nested =
            box.TryGetProperty("bbox", out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty("xywh", out edges);
        if (!nested && !box.TryGetProperty("xywh", out edges))
        {
            return null;
        }

        var page = box.TryGetProperty("page", out var index) ? index.GetInt32() : 0;
        return new PageRegion(
            page + 1,
            new BoundingBox(edges[0].GetDouble(), edges[1].GetDouble(), edges[2].GetDouble(), edges[3].GetDouble())
        );
    }
}
