using System.Text.Json;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Corrections;

namespace GroundedDocs.App.Review.Documents;

/// <summary>A correction as the page sends it.</summary>
/// <param name="Version">The version of the review that the corrector saw.</param>
/// <param name="Path">The field.</param>
/// <param name="Text">What was typed; null for no value.</param>
/// <param name="Boxes">Where the value stands now.</param>
internal sealed record CorrectionRequest(string Version, string Path, string? Text, IReadOnlyList<GroundedBox> Boxes)
{
    /// <summary>Reads <c>{version, path, value: {kind, text}, boxes: [{page, box, content}]}</c>, or says what is wrong with it.</summary>
    public static Result<CorrectionRequest> Read(JsonElement body)
    {
        try
        {
            var boxes = body.GetProperty("boxes");
            if (boxes.GetArrayLength() > CorrectionLimits.Boxes)
            {
                return new Failure(
                    "correction.boxes",
                    $"The correction has {boxes.GetArrayLength()} boxes; at most {CorrectionLimits.Boxes} are kept."
                );
            }

            var value = body.GetProperty("value");
            return new CorrectionRequest(
                body.GetProperty("version").GetString() ?? "",
                body.GetProperty("path").GetString() ?? "",
                value.GetProperty("kind").GetString() == "null" ? null : value.GetProperty("text").GetString(),
                [.. boxes.EnumerateArray().Select(ReadBox)]
            );
        }
        catch (Exception malformed) when (malformed is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new Failure("correction.shape", "A correction is {version, path, value: {kind, text}, boxes: [{page, box, content}]}.");
        }
    }

    private static GroundedBox ReadBox(JsonElement box)
    {
        var edges = box.GetProperty("box").EnumerateArray().Select(edge => edge.GetDouble()).ToArray();
        var place = edges is [var left, var top, var width, var height] ? new BoundingBox(left, top, width, height) : default;
        var onPage = place.Intersection(BoundingBox.WholePage);
        return onPage.IsDrawable && box.GetProperty("page").GetInt32() is > 0 and var page
            ? new GroundedBox(new PageRegion(page, onPage), box.GetProperty("content").GetString() ?? "", 1)
            : throw new FormatException();
    }
}
