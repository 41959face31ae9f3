namespace GroundedDocs.Documents.Results;

/// <summary>Another place where the value might stand, for a reviewer to switch to.</summary>
/// <param name="Boxes">Its boxes, one a printed line.</param>
/// <param name="Score">How well it fits, 0..1, comparable with <see cref="GroundedField.Score"/>.</param>
/// <param name="Source">Who proposes it.</param>
public sealed record Alternative(IReadOnlyList<GroundedBox> Boxes, double Score, AlternativeSource Source);
