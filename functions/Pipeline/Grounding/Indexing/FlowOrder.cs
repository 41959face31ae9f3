namespace GroundedDocs.Pipeline.Grounding.Indexing;

/// <summary>
/// Orders the segments of a page the way a text flows: a segment is followed by the one right below it that shares its
/// columns, so that the lines of an address or of a table cell stand together.
/// </summary>
internal static class FlowOrder
{
    private const double MaxGapDown = 1.2;
    private const double MinSharedWidth = 0.3;

    // Between two paragraphs of a text an empty line may stand.
    private const double MaxGapOfParagraphs = 2;

    // The words of both lines; the last line of a paragraph may be short.
    private const int FewestOfParagraphs = 6;

    /// <summary>The segments' indices in flow order. The segments come row by row, left to right.</summary>
    public static List<int> Of(ReadOnlySpan<WordRun> segments, PageScale scale)
    {
        var next = new int[segments.Length];
        Array.Fill(next, -1);
        var isContinuation = new bool[segments.Length];
        var firstOpen = 0;
        for (var lower = 0; lower < segments.Length; lower++)
        {
            while (firstOpen < lower && scale.GapDown(segments[firstOpen].Box, segments[lower].Box) > 2 * MaxGapOfParagraphs)
            {
                firstOpen++;
            }

            var upper = FindUpper(segments, next, firstOpen, lower, scale);
            if (upper >= 0)
            {
                next[upper] = lower;
                isContinuation[lower] = true;
            }
        }

        var order = new List<int>(segments.Length);
        for (var first = 0; first < segments.Length; first++)
        {
            for (var at = isContinuation[first] ? -1 : first; at >= 0; at = next[at])
            {
                order.Add(at);
            }
        }

        return order;
    }

    private static int FindUpper(ReadOnlySpan<WordRun> segments, int[] next, int from, int lower, PageScale scale)
    {
        var best = -1;
        var bestGap = double.MaxValue;
        for (var upper = from; upper < lower; upper++)
        {
            var gap = scale.GapDown(segments[upper].Box, segments[lower].Box);
            var isAbove =
                gap > -0.5
                && gap < MaxGap(segments[upper], segments[lower], scale)
                && segments[upper].Box.CenterY < segments[lower].Box.Top;
            var shares = segments[upper].Box.HorizontalOverlap(segments[lower].Box) >= MinSharedWidth;
            if (next[upper] < 0 && isAbove && shares && gap < bestGap)
            {
                best = upper;
                bestGap = gap;
            }
        }

        return best;
    }

    private static double MaxGap(WordRun upper, WordRun lower, PageScale scale) =>
        upper.WordCount + lower.WordCount >= FewestOfParagraphs && Math.Abs(scale.Across(upper.Box.Left - lower.Box.Left)) < 1
            ? MaxGapOfParagraphs
            : MaxGapDown;
}
