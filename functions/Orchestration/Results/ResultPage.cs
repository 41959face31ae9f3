using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Orchestration.Results;

/// <summary>A page as the result speaks of it.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Size">Size of its upright picture in pixels; only the proportions matter to boxes.</param>
/// <param name="RotationDegrees">Clockwise quarter turns applied to the file's page to bring its text upright.</param>
public sealed record ResultPage(int Number, PixelSize Size, int RotationDegrees)
{
    /// <summary>What a reader of the result should know about how the page was read; null when there is nothing to say.</summary>
    public string? Note { get; init; }
}
