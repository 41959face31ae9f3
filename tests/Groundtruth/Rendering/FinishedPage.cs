using SkiaSharp;

namespace GroundedDocs.Groundtruth.Rendering;

/// <summary>What became of a sheet.</summary>
/// <param name="ToPixels">From points on the sheet to units of the finished page.</param>
/// <param name="Size">The finished page's size: pixels of a picture, points of a PDF page.</param>
public sealed record FinishedPage(SKMatrix ToPixels, SKSize Size);
