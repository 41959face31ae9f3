namespace GroundedDocs.Pipeline.Reading.Ink;

/// <summary>A connected patch of ink.</summary>
/// <param name="Box">The box around it.</param>
/// <param name="PixelCount">How many pixels it has.</param>
internal readonly record struct InkComponent(PixelBox Box, int PixelCount);
