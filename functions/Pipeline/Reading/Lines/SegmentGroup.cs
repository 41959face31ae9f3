using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>A block in the making: segments in reading order.</summary>
internal sealed record SegmentGroup(IReadOnlyList<Segment> Segments, BoundingBox Box)
{
    /// <summary>A group in the order of rows, and from left to right inside a row.</summary>
    public static SegmentGroup Of(IEnumerable<Segment> segments)
    {
        Segment[] ordered = [.. segments.OrderBy(segment => segment.Row).ThenBy(segment => segment.Box.Left)];
        return new SegmentGroup(ordered, BoundingBox.Enclosing(ordered.Select(segment => segment.Box)));
    }
}
