using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Orchestration.Work;

/// <summary>Takes boxes of the upright page back to the page as the file has it.</summary>
internal static class UprightTurn
{
    /// <summary>The box before the page was turned clockwise by <paramref name="degrees"/> (0, 90, 180 or 270).</summary>
    public static BoundingBox Undo(BoundingBox box, int degrees) =>
        degrees switch
        {
            90 => new BoundingBox(box.Top, 1 - box.Right, box.Height, box.Width),
            180 => new BoundingBox(1 - box.Right, 1 - box.Bottom, box.Width, box.Height),
            270 => new BoundingBox(1 - box.Bottom, box.Left, box.Height, box.Width),
            _ => box,
        };
}
