using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;

namespace GroundedDocs.Orchestration.Serialization;

/// <summary>What the split step stores beside a page's picture.</summary>
/// <param name="Size">The picture's size, or null when there is none.</param>
/// <param name="Dpi">The picture's resolution, 0 when unknown.</param>
/// <param name="TextLayer">What the file says stands on the page.</param>
/// <param name="Failure">Why there is no picture, or null.</param>
internal sealed record PageSource(PixelSize? Size, double Dpi, TextLayer TextLayer, Failure? Failure)
{
    /// <summary>Whether nothing could draw the page: then it is stored alone as a PDF instead.</summary>
    public bool IsUndrawn { get; init; }
}
