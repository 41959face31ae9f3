using System.Globalization;
using System.Text.Json;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.VisionModel.Answers;

/// <summary>Turns a model's box into a box on the page.</summary>
public static class RoughBox
{
    /// <summary>
    /// Reads <c>[left, top, right, bottom]</c>. Corners in the wrong order are swapped and the part off the page is cut away; null when
    /// there are not four numbers or nothing of the box lies on the page.
    /// </summary>
    /// <param name="node">What the model wrote.</param>
    /// <param name="space">The coordinates it writes in.</param>
    /// <param name="sent">The size of the picture as it was sent.</param>
    public static BoundingBox? Read(AnswerNode? node, BoxSpace space, PixelSize sent)
    {
        if (space == BoxSpace.None || node is not { Kind: JsonValueKind.Array, Elements.Count: 4 })
        {
            return null;
        }

        var edges = new double[4];
        for (var i = 0; i < 4; i++)
        {
            if (
                !double.TryParse(node.Elements[i].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out edges[i])
                || !double.IsFinite(edges[i])
            )
            {
                return null;
            }
        }

        var (width, height) = space == BoxSpace.Thousandths ? (1000.0, 1000.0) : (sent.Width, sent.Height);
        var box = BoundingBox
            .FromEdges(
                Math.Min(edges[0], edges[2]) / width,
                Math.Min(edges[1], edges[3]) / height,
                Math.Max(edges[0], edges[2]) / width,
                Math.Max(edges[1], edges[3]) / height
            )
            .ClampedToPage();
        return box.IsDrawable ? box : null;
    }
}
