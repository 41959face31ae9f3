namespace GroundedDocs.Adapters.Recognition.Pixels;

/// <summary>A rectangle that may be turned, in pixels of its raster.</summary>
/// <param name="Center">Its middle.</param>
/// <param name="Width">Length along the direction of <paramref name="Angle"/>.</param>
/// <param name="Height">Length across it.</param>
/// <param name="Angle">Direction of the width in radians, clockwise from the x axis.</param>
internal readonly record struct RotatedBox(PixelPoint Center, double Width, double Height, double Angle)
{
    /// <summary>Unit vector along the width.</summary>
    public PixelPoint Along => new(Math.Cos(Angle), Math.Sin(Angle));

    /// <summary>Unit vector along the height, downwards.</summary>
    public PixelPoint Across => new(-Math.Sin(Angle), Math.Cos(Angle));

    /// <summary>The corner where the width and the height begin.</summary>
    public PixelPoint TopLeft => Center - (Along * (Width / 2)) - (Across * (Height / 2));

    /// <summary>The place at these distances from the top left corner, along the width and across it.</summary>
    public PixelPoint At(double along, double across) => TopLeft + (Along * along) + (Across * across);

    /// <summary>Whether a place lies inside.</summary>
    public bool Contains(PixelPoint place)
    {
        var (x, y) = (place.X - Center.X, place.Y - Center.Y);
        return Math.Abs((x * Along.X) + (y * Along.Y)) <= Width / 2 && Math.Abs((x * Across.X) + (y * Across.Y)) <= Height / 2;
    }

    /// <summary>The same rectangle read in a direction a quarter turn clockwise, or counter-clockwise for −1.</summary>
    public RotatedBox Quartered(int direction) => new(Center, Height, Width, Angle + (direction * Math.PI / 2));

    /// <summary>The same rectangle read the other way round.</summary>
    public RotatedBox Reversed() => this with { Angle = Angle + Math.PI };

    /// <summary>The same box with this much added on every side.</summary>
    public RotatedBox Grown(double margin) => this with { Width = Width + (2 * margin), Height = Height + (2 * margin) };

    /// <summary>The same box on a raster that is <paramref name="factorX"/> × <paramref name="factorY"/> as large (nearly equal factors).</summary>
    public RotatedBox Scaled(double factorX, double factorY) =>
        new(new PixelPoint(Center.X * factorX, Center.Y * factorY), Width * factorX, Height * factorY, Angle);
}
