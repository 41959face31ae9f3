using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Documents.Results;

/// <summary>One printed line of a value.</summary>
/// <param name="Region">Where it stands: page from 1, box tight around the words.</param>
/// <param name="Content">What is printed there.</param>
/// <param name="Confidence">How sure the reader is of these words, 0..1.</param>
public sealed record GroundedBox(PageRegion Region, string Content, double Confidence);
