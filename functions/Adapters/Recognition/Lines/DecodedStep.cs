using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Adapters.Recognition.Lines;

/// <summary>What the recogniser held possible at one step of a line.</summary>
/// <param name="Position">The middle of the step, in pixels from the left edge of the line's picture.</param>
/// <param name="Chances">The characters with their probabilities; a space stands for none.</param>
internal readonly record struct DecodedStep(double Position, IReadOnlyList<CharacterChance> Chances);
