using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>Writes boxes and confidence of one field. Pages turn 0-based here and nowhere else.</summary>
internal static class MetadataWriter
{
    private const int CoordinateDecimals = 4;

    /// <summary>The metadata of a field, or null when its value is printed nowhere.</summary>
    public static JsonObject? Write(GroundedField? field, ResponseOptions options)
    {
        if (field is null || field.Value.IsNull || field.Boxes.Count == 0)
        {
            return null;
        }

        var metadata = new JsonObject();
        if (options.Confidence)
        {
            metadata["confidence"] = PublicNames.Of(field.Confidence);
        }

        if (options.Grounding)
        {
            metadata["bboxes"] = WriteBoxes(field.Boxes);
        }

        if (options.LegacyBox)
        {
            metadata["bbox"] = new JsonObject { ["xywh"] = Coordinates(field.Boxes[0].Region.Box) };
            metadata["bbox_content"] = field.Boxes[0].Content;
        }

        return metadata;
    }

    /// <summary>Boxes in both public spellings: <c>bbox.xywh</c> and <c>xywh</c>.</summary>
    public static JsonArray WriteBoxes(IReadOnlyList<GroundedBox> boxes) =>
        new([
            .. boxes.Select(box => new JsonObject
            {
                ["content"] = box.Content,
                ["bbox"] = new JsonObject { ["xywh"] = Coordinates(box.Region.Box) },
                ["xywh"] = Coordinates(box.Region.Box),
                ["page"] = box.Region.PageNumber - 1,
                ["confidence"] = Round(box.Confidence),
            }),
        ]);

    /// <summary>A share or score with four decimals.</summary>
    public static double Round(double value) => Math.Round(value, CoordinateDecimals, MidpointRounding.AwayFromZero);

    private static JsonArray Coordinates(BoundingBox box) => [Round(box.Left), Round(box.Top), Round(box.Width), Round(box.Height)];
}
