namespace GroundedDocs.Documents.Geometry;

/// <summary>Width and height of a picture in pixels, both at least 1.</summary>
public readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>Number of pixels; a long, because a hostile header can claim more than 2^31.</summary>
    public long PixelCount => (long)Width * Height;
}
