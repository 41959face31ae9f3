using GroundedDocs.Adapters.Recognition.Pixels;

namespace GroundedDocs.Adapters.Recognition.Detection;

/// <summary>A place where the detector saw text.</summary>
/// <param name="Box">The box around it, in pixels of the raster.</param>
/// <param name="Score">Mean probability of text inside, 0..1.</param>
internal readonly record struct TextRegion(RotatedBox Box, double Score);
