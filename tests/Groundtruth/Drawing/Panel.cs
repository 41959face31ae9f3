using SkiaSharp;

namespace GroundedDocs.Groundtruth.Drawing;

/// <summary>A filled rectangle, in points.</summary>
public readonly record struct Panel(SKRect Area, SKColor Color);
