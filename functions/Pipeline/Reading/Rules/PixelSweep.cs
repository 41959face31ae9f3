using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Reading.Rules;

/// <summary>How to walk over the pixels of a page so that rules of one direction are always straight ahead.</summary>
/// <param name="Length">Pixels along the rules.</param>
/// <param name="Breadth">Pixels across them.</param>
/// <param name="Along">Distance in the row-major array between two pixels along a rule.</param>
/// <param name="Across">Distance between two pixels across it.</param>
internal readonly record struct PixelSweep(int Length, int Breadth, int Along, int Across)
{
    /// <summary>The way for rules from left to right.</summary>
    public static PixelSweep Level(PixelSize size) => new(size.Width, size.Height, 1, size.Width);

    /// <summary>The way for rules from top to bottom.</summary>
    public static PixelSweep Upright(PixelSize size) => new(size.Height, size.Width, size.Width, 1);

    /// <summary>Index of a pixel in the row-major array.</summary>
    public int At(int along, int across) => (along * Along) + (across * Across);
}
