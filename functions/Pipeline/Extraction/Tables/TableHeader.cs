using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>The header of a table on one page.</summary>
/// <param name="Cells">All its cells, those of columns that nobody asked for included.</param>
/// <param name="LastRow">Index of its last row on the sheet.</param>
/// <param name="Score">How many of the schema's columns it names, and how well.</param>
internal sealed record TableHeader(IReadOnlyList<HeaderCell> Cells, int LastRow, double Score)
{
    /// <summary>The header cell over a body segment: the one that overlaps most, else the nearest.</summary>
    public HeaderCell CellOver(Segment segment, bool isNumber)
    {
        var overlapping = Cells.Where(c => Overlap(c.Box, segment.Box) > 0).ToList();
        if (overlapping.Count > 1)
        {
            // Running text may reach under the next headers; numbers never do.
            return overlapping
                .Where(c => isNumber == IsNumeric(c.Column))
                .DefaultIfEmpty(overlapping[0])
                .MaxBy(c => Overlap(c.Box, segment.Box))!;
        }

        return overlapping.Count == 1 ? overlapping[0] : Cells.MinBy(c => Distance(c, segment.Box, isNumber))!;
    }

    /// <summary>Whether a column holds numbers.</summary>
    public static bool IsNumeric(FieldMeaning? column) =>
        column?.Kind is ValueKind.Amount or ValueKind.Number or ValueKind.Quantity or ValueKind.Percent;

    private static double Overlap(BoundingBox one, BoundingBox other) => Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left);

    // Text columns are mostly wider than their header: a text right of a text header is nearer than its distance says.
    private static double Distance(HeaderCell cell, BoundingBox box, bool isNumber)
    {
        var gap = Math.Max(cell.Box.Left - box.Right, box.Left - cell.Box.Right);
        return cell.Column is null ? gap + 0.01
            : isNumber == IsNumeric(cell.Column) ? gap
            : gap * 1.5;
    }
}
