namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>A place on a raster in pixels: x to the right, y down, (0, 0) is the outer corner of the first pixel.</summary>
internal readonly record struct PixelPoint(double X, double Y)
{
    public static PixelPoint operator +(PixelPoint a, PixelPoint b) => new(a.X + b.X, a.Y + b.Y);

    public static PixelPoint operator -(PixelPoint a, PixelPoint b) => new(a.X - b.X, a.Y - b.Y);

    public static PixelPoint operator *(PixelPoint a, double factor) => new(a.X * factor, a.Y * factor);
}
