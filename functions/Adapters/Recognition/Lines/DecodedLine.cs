namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>A line as the recogniser emitted it.</summary>
/// <param name="Characters">The most probable characters, left to right.</param>
/// <param name="Steps">All steps, left to right.</param>
internal sealed record DecodedLine(IReadOnlyList<DecodedCharacter> Characters, IReadOnlyList<DecodedStep> Steps);
