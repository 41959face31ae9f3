namespace GroundedDocs.Pipeline.Reading;

/// <summary>Everything that text recognition read on one raster.</summary>
/// <param name="Lines">The lines, in no particular order.</param>
/// <param name="AppliedRotationDegrees">Clockwise quarter turns (0, 90, 180, 270) that brought the text upright; boxes refer to the turned raster.</param>
/// <param name="SkewDegrees">Median skew of the lines after turning, in degrees, clockwise positive.</param>
public sealed record RecognizedText(IReadOnlyList<RecognizedLine> Lines, int AppliedRotationDegrees, double SkewDegrees);
