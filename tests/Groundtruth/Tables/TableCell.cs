using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Groundtruth.Tables;

/// <summary>A cell of a printed table.</summary>
/// <param name="Path">The written path of its field.</param>
/// <param name="Value">Its value.</param>
/// <param name="PageNumber">The page it is printed on, from 1.</param>
/// <param name="Box">Where.</param>
public sealed record TableCell(string Path, ScalarValue Value, int PageNumber, BoundingBox Box);
