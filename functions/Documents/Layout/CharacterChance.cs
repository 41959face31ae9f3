namespace GroundedDocs.Documents.Layout;

/// <summary>A character that a recogniser held possible at one step of a word.</summary>
/// <param name="Character">The character; a space stands for no character at this step.</param>
/// <param name="Probability">The recogniser's probability for it, 0..1.</param>
public readonly record struct CharacterChance(char Character, double Probability);
