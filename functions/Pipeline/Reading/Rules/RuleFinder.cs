namespace GroundedDocs.Pipeline.Reading.Rules;

/// <summary>
/// Marks the pixels of straight thin rules of one direction: long runs of ink that are mostly thin. Letters that stand on a rule or
/// hang from it lose only what lies inside it; where a stroke crosses, the rule stays.
/// </summary>
internal sealed class RuleFinder(ReadOnlyMemory<bool> ink, PixelSweep sweep, int shortest, int thickest)
{
    /// <summary>Share of a run that has to be thin; in a row of letters that melt together too much stands above or hangs below.</summary>
    private const double LeastThinShare = 0.6;

    private const double LeastThinShareWhenShort = 0.8;
    private const double LongFactor = 2;

    /// <summary>Pixels that may be missing inside a run: scans are noisy.</summary>
    private const int LargestGap = 1;

    /// <summary>Rows that a rule may slope from one column to the next, and that a letter keeps that stands on it.</summary>
    private const int Edge = 1;

    private readonly int[] tops = new int[sweep.Length];
    private readonly int[] bottoms = new int[sweep.Length];

    /// <summary>Sets a mark at every pixel of a rule.</summary>
    public void Mark(bool[] marks)
    {
        for (var level = 0; level < sweep.Breadth; level++)
        {
            var start = 0;
            while (NextRun(level, start) is var (begin, end))
            {
                if (end - begin >= shortest && MeasureThinShare(begin, end, level) >= LeastShareFor(end - begin))
                {
                    MarkRun(marks, begin, end);
                }

                start = end + LargestGap;
            }
        }
    }

    private double LeastShareFor(int length) => length >= shortest * LongFactor ? LeastThinShare : LeastThinShareWhenShort;

    private bool IsInk(int along, int across) => across >= 0 && across < sweep.Breadth && ink.Span[sweep.At(along, across)];

    private (int Begin, int End)? NextRun(int level, int start)
    {
        var pixels = ink.Span;
        while (start < sweep.Length && !pixels[sweep.At(start, level)])
        {
            start++;
        }

        if (start >= sweep.Length)
        {
            return null;
        }

        var (end, gap) = (start + 1, 0);
        for (var along = end; along < sweep.Length && gap <= LargestGap; along++)
        {
            (end, gap) = pixels[sweep.At(along, level)] ? (along + 1, 0) : (end, gap + 1);
        }

        return (start, end);
    }

    // Notes for each place of a run how far the ink reaches to both sides, up to just over the thickness of a rule.
    private double MeasureThinShare(int begin, int end, int level)
    {
        var thin = 0;
        for (var along = begin; along < end; along++)
        {
            var (top, bottom) = (level, level + 1);
            while (level - top <= thickest && IsInk(along, top - 1))
            {
                top--;
            }

            while (bottom - level <= thickest && IsInk(along, bottom))
            {
                bottom++;
            }

            (tops[along], bottoms[along]) = (top, bottom);
            thin += bottom - top <= thickest ? 1 : 0;
        }

        return (double)thin / (end - begin);
    }

    // Where it is thicker a letter crosses the rule, and what both share belongs to the letter, or stands on it.
    private void MarkRun(bool[] marks, int begin, int end)
    {
        var (top, bottom) = (0, 0);
        for (var along = begin; along < end; along++)
        {
            if (bottoms[along] - tops[along] <= thickest)
            {
                (top, bottom) = (tops[along], bottoms[along]);
                // The rule's soft edge goes with it.
                MarkColumn(marks, along, top - 1, bottom + 1);
            }
            else if (bottom > 0 && bottoms[along] <= bottom + Edge)
            {
                MarkColumn(marks, along, top + Edge, bottoms[along] + 1);
            }
        }
    }

    private void MarkColumn(bool[] marks, int along, int top, int bottom)
    {
        for (var across = Math.Max(0, top); across < Math.Min(bottom, sweep.Breadth); across++)
        {
            marks[sweep.At(along, across)] = true;
        }
    }
}
