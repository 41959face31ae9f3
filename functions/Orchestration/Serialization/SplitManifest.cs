namespace GroundedDocs.Orchestration.Serialization;

/// <summary>The result of the split step.</summary>
/// <param name="Count">Pages of the document, before selection.</param>
internal sealed record SplitManifest(int Count);
