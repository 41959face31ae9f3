namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>Words that follow each other in flow order, the first and last perhaps cut.</summary>
/// <param name="Words">Indices of the words.</param>
/// <param name="StartChar">First character in the first word.</param>
/// <param name="EndChar">End in the last word.</param>
internal readonly record struct FlowSpan(int[] Words, int StartChar, int EndChar);
