namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>Identity of a <see cref="Place"/>.</summary>
internal readonly record struct PlaceKey(int FirstWord, int StartChar, int LastWord, int EndChar, int CheckBox);
