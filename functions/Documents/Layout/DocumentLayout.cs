namespace GroundedDocs.Documents.Layout;

/// <summary>The layouts of all pages of one document, in page order.</summary>
public sealed record DocumentLayout(IReadOnlyList<PageLayout> Pages);
