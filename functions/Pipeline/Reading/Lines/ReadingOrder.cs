using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>
/// Orders blocks as people read them: the page is cut along its widest white band, across or down, and each part again
/// (recursive XY cut: Nagy and Seth 1984, "Hierarchical representation of optically scanned documents").
/// </summary>
internal static class ReadingOrder
{
    /// <summary>Cuts deeper than this are not worth it: the rest is read from the top.</summary>
    private const int DeepestCut = 32;

    /// <summary>A gutter counts as much as a gap between paragraphs that is this many times as wide.</summary>
    private const double GutterWeight = 1.5;

    /// <summary>The blocks in reading order.</summary>
    public static IReadOnlyList<SegmentGroup> Sort(IReadOnlyList<SegmentGroup> blocks)
    {
        var ordered = new List<SegmentGroup>(blocks.Count);
        Cut([.. blocks], 0, ordered);
        return ordered;
    }

    private static void Cut(List<SegmentGroup> blocks, int depth, List<SegmentGroup> ordered)
    {
        if (blocks.Count <= 1 || depth >= DeepestCut)
        {
            ordered.AddRange(ByTop(blocks));
            return;
        }

        var across = WidestGap(blocks, box => box.Top, box => box.Bottom);
        var down = WidestGap(blocks, box => box.Left, box => box.Right);
        if (across.Width <= 0 && down.Width <= 0)
        {
            ordered.AddRange(ByTop(blocks));
            return;
        }

        var isDown = down.Width * GutterWeight > across.Width;
        var parts = blocks.ToLookup(block => (isDown ? block.Box.Left : block.Box.Top) < (isDown ? down.At : across.At));
        Cut([.. parts[true]], depth + 1, ordered);
        Cut([.. parts[false]], depth + 1, ordered);
    }

    private static IEnumerable<SegmentGroup> ByTop(List<SegmentGroup> blocks) =>
        blocks.OrderBy(block => block.Box.Top).ThenBy(block => block.Box.Left);

    // The widest band that no block touches, and where it begins to end.
    private static (double Width, double At) WidestGap(
        List<SegmentGroup> blocks,
        Func<BoundingBox, double> begin,
        Func<BoundingBox, double> end
    )
    {
        var (width, at) = (0.0, 0.0);
        var reached = double.NegativeInfinity;
        foreach (var box in blocks.Select(block => block.Box).OrderBy(begin))
        {
            if (double.IsFinite(reached) && begin(box) - reached > width)
            {
                (width, at) = (begin(box) - reached, begin(box));
            }

            reached = Math.Max(reached, end(box));
        }

        return (width, at);
    }
}
