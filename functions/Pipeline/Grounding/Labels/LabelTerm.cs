namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>A word by which a page may announce a field.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Weight">How much it says about the field, 0..1.</param>
/// <param name="Concept">Terms that mean the same count once: the index of the word of the field's name they stand for.</param>
internal readonly record struct LabelTerm(string Word, double Weight, int Concept);
