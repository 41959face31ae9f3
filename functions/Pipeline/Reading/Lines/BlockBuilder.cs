namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>
/// Groups segments to blocks: paragraphs and addresses run down inside their column, tables run row by row.
/// </summary>
internal static class BlockBuilder
{
    /// <summary>Lines of a paragraph follow each other at most at this many heights of their capitals, from middle to middle.</summary>
    private const double LargestLeading = 2.4;

    /// <summary>Lines of a paragraph have letters of about one size.</summary>
    private const double LargestHeightRatio = 1.5;

    /// <summary>Share of the shorter line that must stand under the longer one.</summary>
    private const double ColumnOverlap = 0.3;

    /// <summary>The blocks, in no particular order.</summary>
    public static IReadOnlyList<SegmentGroup> Build(IReadOnlyList<IReadOnlyList<Segment>> rows)
    {
        var groups = new List<SegmentGroup>();
        var rest = new List<IReadOnlyList<Segment>>();
        foreach (var part in TableRows.Partition(rows))
        {
            if (part.IsTable)
            {
                groups.Add(SegmentGroup.Of(part.Rows.SelectMany(row => row)));
                groups.AddRange(Stack(rest));
                rest.Clear();
            }
            else
            {
                rest.AddRange(part.Rows);
            }
        }

        groups.AddRange(Stack(rest));
        return groups;
    }

    // Each segment continues the block whose last line stands right above it. Rows come from the top, so only the last lines of
    // open blocks have to be looked at.
    private static IEnumerable<SegmentGroup> Stack(List<IReadOnlyList<Segment>> rows)
    {
        var open = new List<List<Segment>>();
        var closed = new List<List<Segment>>();
        foreach (var row in rows)
        {
            var top = row.Min(segment => segment.Box.Top);
            closed.AddRange(open.Where(block => IsOut(block, top)));
            open.RemoveAll(block => IsOut(block, top));
            var taken = new HashSet<List<Segment>>();
            foreach (var segment in row)
            {
                var home = open.Where(block => !taken.Contains(block) && Continues(block[^1], segment))
                    .MaxBy(block => Overlap(block[^1], segment));
                if (home is null)
                {
                    home = [];
                    open.Add(home);
                }

                taken.Add(home);
                home.Add(segment);
            }
        }

        return closed.Concat(open).Select(SegmentGroup.Of);
    }

    private static bool IsOut(List<Segment> block, double top) => block[^1].Box.Bottom + (LargestLeading * block[^1].Height) < top;

    private static bool Continues(Segment above, Segment below)
    {
        var (small, large) = (Math.Min(above.Height, below.Height), Math.Max(above.Height, below.Height));
        var leading = below.Box.CenterY - above.Box.CenterY;
        return large <= small * LargestHeightRatio && leading < large * LargestLeading && Overlap(above, below) >= ColumnOverlap;
    }

    private static double Overlap(Segment above, Segment below) => above.Box.HorizontalOverlap(below.Box);
}
