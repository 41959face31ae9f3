namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Cells of a column or row that print a list.</summary>
/// <param name="Words">Their words, in the order of the page.</param>
/// <param name="Cost">How many of the listed words are misread or missing; half of one where it is read with something more.</param>
/// <param name="IsInOrder">Whether they are printed in the order of the list.</param>
internal sealed record ListMatch(int[] Words, double Cost, bool IsInOrder);
