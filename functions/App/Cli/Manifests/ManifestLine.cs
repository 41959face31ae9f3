using GroundedDocs.Documents;

namespace GroundedDocs.App.Cli.Manifests;

/// <summary>A line of a manifest.</summary>
/// <param name="Id">The document's name, or the line's number when it has none.</param>
/// <param name="Entry">The document, or what is wrong with the line.</param>
internal sealed record ManifestLine(string Id, Result<ManifestEntry> Entry);
