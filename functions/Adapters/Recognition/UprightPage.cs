using GroundedDocs.Adapters.Recognition.Detection;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.Recognition;

/// <summary>A raster that has been turned so that its text can be read, with the regions found on it.</summary>
/// <param name="Raster">The turned raster.</param>
/// <param name="Regions">Regions with text, in its pixels.</param>
/// <param name="RotationDegrees">How far it was turned clockwise: 0, 90, 180 or 270.</param>
internal sealed record UprightPage(Raster Raster, IReadOnlyList<TextRegion> Regions, int RotationDegrees)
{
    /// <summary>The median height of the regions, in pixels; 0 when there are none.</summary>
    public double UsualHeight { get; } = Regions.Select(region => region.Box.Height).Order().ElementAtOrDefault(Regions.Count / 2);
}
