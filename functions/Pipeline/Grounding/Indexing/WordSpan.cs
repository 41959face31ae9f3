namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>A word, or a part of one between natural borders.</summary>
/// <param name="Word">The word's index.</param>
/// <param name="Start">First squeezed character, from the word's own start.</param>
/// <param name="End">End of the squeezed characters, from the word's own start.</param>
internal readonly record struct WordSpan(int Word, int Start, int End);
