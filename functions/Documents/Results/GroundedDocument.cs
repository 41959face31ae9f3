using GroundedDocs.Documents.Predictions;

namespace GroundedDocs.Documents.Results;

/// <summary>The result: every scalar field of the document, in the schema's order, arrays element by element.</summary>
/// <param name="Fields">All scalar fields, null ones included.</param>
/// <param name="Provenance">Who extracted the values.</param>
public sealed record GroundedDocument(IReadOnlyList<GroundedField> Fields, Provenance Provenance);
