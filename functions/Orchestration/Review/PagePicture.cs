namespace GroundedDocs.Orchestration.Review;

/// <summary>A page's picture as the file has it, and how to turn it upright.</summary>
/// <param name="Jpeg">JPEG bytes, made by this app, never the sender's own.</param>
/// <param name="ClockwiseDegrees">Quarter turns (0, 90, 180, 270 degrees) that bring its text upright.</param>
public sealed record PagePicture(ReadOnlyMemory<byte> Jpeg, int ClockwiseDegrees);
