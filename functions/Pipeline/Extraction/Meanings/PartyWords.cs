namespace GroundedDocs.Pipeline.Extraction.Meanings;

/// <summary>How schemas and documents call a party.</summary>
internal sealed record PartyWords(IReadOnlyList<string> Names, IReadOnlyList<string> Labels);
