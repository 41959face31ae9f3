using GroundedDocs.Documents.Schemas;

namespace GroundedDocs.Pipeline.Extraction;

/// <summary>A kind of document with a schema of its own.</summary>
/// <param name="Name">Such as <c>document.invoice</c>.</param>
/// <param name="Description">One sentence for people.</param>
/// <param name="SchemaVersion">Such as <c>1.0.0</c>.</param>
/// <param name="Schema">Its fields.</param>
public sealed record Domain(string Name, string Description, string SchemaVersion, DocumentSchema Schema);
