using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Candidates;

/// <summary>How far a place looks like one printed value: words close together, lines right below each other.</summary>
internal static class PlaceShape
{
    private const double UsualGap = 1.4;
    private const double GapCost = 0.01;
    private const double MaxGapCost = 0.2;
    private const double WrapCost = 0.01;
    private const double WordGap = 1;
    private const double PageBreakCost = 0.05;
    private const double OtherColumnCost = 0.15;
    private const double MidLineCost = 0.28;

    // A cell in the middle of the next row is seldom what a line of text goes on with.
    private const double LateCost = 0.08;

    /// <summary>What wide gaps and line breaks take from the fit, at least 0.</summary>
    public static double Cost(DocumentIndex index, IReadOnlyList<int> words)
    {
        var cost = 0.0;
        var line = index.Segments[index.Words[words[0]].Segment].Box;
        for (var i = 1; i < words.Count; i++)
        {
            var segment = index.Segments[index.Words[words[i]].Segment].Box;
            cost += StepCost(index, words[i - 1], words[i], line.HorizontalOverlap(segment) > 0);
            cost += index.Words[words[i - 1]].Row != index.Words[words[i]].Row && ComesLate(index, words[i], line) ? LateCost : 0;
            line = index.Words[words[i - 1]].Row == index.Words[words[i]].Row ? line.Union(segment) : segment;
        }

        return Math.Min(0.5, cost);
    }

    /// <summary>The hull of the words that stand on the first word's page.</summary>
    public static BoundingBox Hull(DocumentIndex index, IReadOnlyList<int> words)
    {
        var box = index.Words[words[0]].Box;
        for (var i = 1; i < words.Count; i++)
        {
            if (index.Words[words[i]].PageIndex == index.Words[words[0]].PageIndex)
            {
                box = box.Union(index.Words[words[i]].Box);
            }
        }

        return box;
    }

    private static double StepCost(DocumentIndex index, int from, int to, bool sharesColumns)
    {
        ref readonly var a = ref index.Words[from];
        ref readonly var b = ref index.Words[to];
        if (a.PageIndex != b.PageIndex)
        {
            return PageBreakCost;
        }

        var scale = index.Scales[a.PageIndex];
        if (a.Row == b.Row)
        {
            return Math.Clamp((scale.GapAcross(a.Box, b.Box) - UsualGap) * GapCost, 0, MaxGapCost);
        }

        // The next line stands below and shares columns with the one before, or it is not the next line.
        var isNextLine = b.Box.CenterY > a.Box.Top && sharesColumns;
        var far = Math.Clamp((scale.GapDown(a.Box, b.Box) - UsualGap) * GapCost, 0, MaxGapCost);
        return WrapCost + far + (isNextLine ? 0 : OtherColumnCost) + (GoesOn(index, from, b.Row) ? MidLineCost : 0);
    }

    // Other text stands before the word in the columns of the line above.
    private static bool ComesLate(DocumentIndex index, int word, BoundingBox line)
    {
        ref readonly var at = ref index.Words[word];
        return word > 0
            && index.Words[word - 1] is var before
            && before.Row == at.Row
            && before.SqueezedLength > 1
            && before.Box.CenterX > line.Left;
    }

    // The text of the line goes on behind a word, so that the next line does not follow it.
    private static bool GoesOn(DocumentIndex index, int word, int rowBelow)
    {
        ref readonly var at = ref index.Words[word];
        var next = word + 1;
        return rowBelow > at.Row
            && next < index.Words.Length
            && index.Words[next].Segment == at.Segment
            && index.Words[next].Row == at.Row
            && index.Words[next].SqueezedLength > 1
            && index.Scales[at.PageIndex].GapAcross(at.Box, index.Words[next].Box) < WordGap;
    }
}
