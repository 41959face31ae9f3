using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Extraction.Meanings;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>A cell of a table's header row.</summary>
/// <param name="Box">Where it is printed.</param>
/// <param name="Column">The schema's column it names; null for a column that nobody asked for.</param>
/// <param name="Label">How surely it names that column, 0..1.</param>
internal sealed record HeaderCell(BoundingBox Box, FieldMeaning? Column, double Label);
