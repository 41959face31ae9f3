namespace GroundedDocs.Documents.Pages;

/// <summary>A file as it came in, not yet opened. It is untrusted: only the sandboxed reader may look inside.</summary>
/// <param name="Name">The name its sender gave it; for messages and type hints only, never used as a path.</param>
/// <param name="LocalPath">Where its bytes lie on this machine.</param>
public sealed record SourceDocument(string Name, string LocalPath);
