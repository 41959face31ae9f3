namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>A word of the document that says a label term.</summary>
/// <param name="Word">The word's index.</param>
/// <param name="Quality">1 for the same word, less for an abbreviation or a part of a compound.</param>
internal readonly record struct LabelOccurrence(int Word, double Quality);
