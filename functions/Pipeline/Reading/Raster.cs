using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Reading;

/// <summary>Decoded pixels of a page: rows from the top, three bytes a pixel (red, green, blue), no padding.</summary>
/// <param name="Size">Size in pixels.</param>
/// <param name="Rgb">Width × height × 3 bytes.</param>
public sealed record Raster(PixelSize Size, byte[] Rgb)
{
    /// <summary>
    /// The same pixels with the ruled lines of forms painted over, or null when there are none: a rule under a word is no part of it.
    /// </summary>
    public byte[]? WithoutRules { get; init; }
}
