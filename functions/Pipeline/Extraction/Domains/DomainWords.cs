namespace GroundedDocs.Pipeline.Extraction.Domains;

/// <summary>Words that speak for a domain.</summary>
/// <param name="Strong">Words that hardly any other kind of document prints.</param>
/// <param name="Weak">Words that it shares with a few others.</param>
internal sealed record DomainWords(IReadOnlyList<string> Strong, IReadOnlyList<string> Weak);
