using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.DocumentIntelligence;

/// <summary>Turns polygons of a page as it was sent into boxes of the page turned upright.</summary>
internal readonly struct PagePolygons
{
    private readonly double width;
    private readonly double height;

    /// <param name="width">Width of the page as sent, in the polygons' unit.</param>
    /// <param name="height">Height of the page as sent, in the polygons' unit.</param>
    /// <param name="angle">The text's angle, clockwise, in degrees.</param>
    public PagePolygons(double width, double height, double angle)
    {
        (this.width, this.height) = (width, height);
        var quarters = ((int)Math.Round(angle / 90) % 4 + 4) % 4;
        AppliedRotationDegrees = (4 - quarters) % 4 * 90;
        SkewDegrees = Math.IEEERemainder(angle, 90);
    }

    /// <summary>The clockwise turn, a multiple of 90 degrees, that brings the text upright.</summary>
    public int AppliedRotationDegrees { get; }

    /// <summary>What is left of the angle after turning, clockwise, in degrees.</summary>
    public double SkewDegrees { get; }

    /// <summary>The size of the turned page.</summary>
    public PixelSize Turned(PixelSize sent) => AppliedRotationDegrees is 90 or 270 ? new PixelSize(sent.Height, sent.Width) : sent;

    /// <summary>The box around a polygon, on the upright page; null when it is none or lies off the page.</summary>
    public BoundingBox? BoxOf(IReadOnlyList<double> polygon)
    {
        if (polygon.Count < 4 || polygon.Count % 2 != 0)
        {
            return null;
        }

        double left = 1,
            top = 1,
            right = 0,
            bottom = 0;
        for (var i = 0; i < polygon.Count; i += 2)
        {
            var (x, y) = Turn(polygon[i] / width, polygon[i + 1] / height);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }

        var box = BoundingBox.FromEdges(left, top, right, bottom).ClampedToPage();
        return box.IsDrawable ? box : null;
    }

    private (double X, double Y) Turn(double x, double y) =>
        AppliedRotationDegrees switch
        {
            90 => (1 - y, x),
            180 => (1 - x, 1 - y),
            270 => (y, 1 - x),
            _ => (x, y),
        };
}
