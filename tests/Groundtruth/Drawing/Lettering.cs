using SkiaSharp;

namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>How a line is set.</summary>
/// <param name="Face">The typeface.</param>
/// <param name="Size">Size in points.</param>
/// <param name="Color">Colour of the ink.</param>
/// <param name="Side">Which end of the line its x coordinate is.</param>
public sealed record Lettering(Face Face, float Size, SKColor Color, Side Side = Side.Left)
{
    public static SKColor Black { get; } = new(20, 20, 24);

    public static SKColor Gray { get; } = new(95, 98, 104);

    public Lettering RightAligned => this with { Side = Side.Right };

    public Lettering Centered => this with { Side = Side.Middle };

    /// <summary>A font that measures the same at every scale: no hinting, no rounding of advances.</summary>
    public SKFont ToFont() =>
        new(FontFiles.TypefaceOf(Face), Size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };
}
