using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Grounding.Rows;

/// <summary>The table and the row that a cell belongs to: the innermost array of objects of its path.</summary>
/// <param name="Table">The written path of the array, outer indices included.</param>
/// <param name="Row">The element's index, from 0.</param>
internal readonly record struct RowKey(string Table, int Row)
{
    public static RowKey Of(FieldPath path)
    {
        var last = path.Segments.Count - 1;
        while (last > 0 && !path.Segments[last].IsIndex)
        {
            last--;
        }

        var table = FieldPath.Root;
        for (var i = 0; i < last; i++)
        {
            var segment = path.Segments[i];
            table = segment.IsIndex ? table.Element(segment.Index) : table.Property(segment.Name!);
        }

        return new RowKey(table.ToString(), path.Segments[last].Index);
    }
}
