using GroundedDocs.Adapters.Recognition.Pixels;

namespace GroundedDocs.Adapters.Recognition.Detection;

/// <summary>Fits rectangles around point clouds.</summary>
internal static class MinimumRectangle
{
    /// <summary>The convex hull (Andrew's monotone chain, 1979) of points sorted by y, then x.</summary>
    public static PixelPoint[] Hull(IReadOnlyList<PixelPoint> sorted)
    {
        if (sorted.Count < 3)
        {
            return [.. sorted];
        }

        var hull = new List<PixelPoint>();
        Extend(hull, sorted, 0);
        Extend(hull, [.. sorted.Reverse()], hull.Count - 1);
        hull.RemoveAt(hull.Count - 1);
        return [.. hull];
    }

    /// <summary>The rectangle of least area around a hull: one of its sides lies along an edge of the hull.</summary>
    public static RotatedBox Around(PixelPoint[] hull)
    {
        var best = At(hull, 0);
        for (var i = 0; i < hull.Length; i++)
        {
            var edge = hull[(i + 1) % hull.Length] - hull[i];
            var box = At(hull, WithinEighthTurn(Math.Atan2(edge.Y, edge.X)));
            if (box.Width * box.Height < best.Width * best.Height)
            {
                best = box;
            }
        }

        return best;
    }

    /// <summary>The tightest rectangle with the given direction around a hull.</summary>
    public static RotatedBox At(PixelPoint[] hull, double angle)
    {
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var (left, right, top, bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (var point in hull)
        {
            var along = (point.X * cos) + (point.Y * sin);
            var across = (point.Y * cos) - (point.X * sin);
            (left, right) = (Math.Min(left, along), Math.Max(right, along));
            (top, bottom) = (Math.Min(top, across), Math.Max(bottom, across));
        }

        var (centerAlong, centerAcross) = ((left + right) / 2, (top + bottom) / 2);
        var center = new PixelPoint((centerAlong * cos) - (centerAcross * sin), (centerAlong * sin) + (centerAcross * cos));
        return new RotatedBox(center, right - left, bottom - top, angle);
    }

    // A rectangle's direction is known up to quarter turns.
    private static double WithinEighthTurn(double angle) => angle - (Math.Round(angle / (Math.PI / 2)) * (Math.PI / 2));

    private static void Extend(List<PixelPoint> hull, IReadOnlyList<PixelPoint> points, int first)
    {
        for (var i = first == 0 ? 0 : 1; i < points.Count; i++)
        {
            while (hull.Count - first >= 2 && Cross(hull[^2], hull[^1], points[i]) <= 0)
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add(points[i]);
        }
    }

    private static double Cross(PixelPoint origin, PixelPoint a, PixelPoint b) =>
        ((a.X - origin.X) * (b.Y - origin.Y)) - ((a.Y - origin.Y) * (b.X - origin.X));
}
