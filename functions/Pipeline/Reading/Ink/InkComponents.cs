namespace GroundedDocs.Pipeline.Reading.Ink;

/// <summary>
/// Connected patches of ink (8-neighbourhood), found in one pass over the runs of each row with union-find.
/// </summary>
internal static class InkComponents
{
    /// <summary>The box around every patch and how many pixels of ink it has.</summary>
    public static IReadOnlyList<InkComponent> Find(InkMap ink)
    {
        var runs = new List<Run>();
        var (above, aboveEnd) = (0, 0);
        for (var y = 0; y < ink.Size.Height; y++)
        {
            var start = runs.Count;
            CollectRuns(ink.Row(y), y, runs);
            Connect(runs, above, aboveEnd, start);
            (above, aboveEnd) = (start, runs.Count);
        }

        return Measure(runs);
    }

    private static void CollectRuns(ReadOnlySpan<bool> row, int y, List<Run> runs)
    {
        var x = 0;
        while (x < row.Length)
        {
            var next = row[x..].IndexOf(true);
            if (next < 0)
            {
                return;
            }

            var begin = x + next;
            var length = row[begin..].IndexOf(false);
            var end = length < 0 ? row.Length : begin + length;
            runs.Add(new Run(y, begin, end, runs.Count));
            x = end;
        }
    }

    // Both rows are sorted from left to right: one walk over both finds all that touch, corners included.
    private static void Connect(List<Run> runs, int above, int aboveEnd, int start)
    {
        for (var current = start; current < runs.Count; current++)
        {
            while (above < aboveEnd && runs[above].End < runs[current].Begin)
            {
                above++;
            }

            for (var other = above; other < aboveEnd && runs[other].Begin <= runs[current].End; other++)
            {
                Join(runs, other, current);
            }
        }
    }

    private static void Join(List<Run> runs, int first, int second)
    {
        var (a, b) = (Root(runs, first), Root(runs, second));
        if (a != b)
        {
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            runs[high] = runs[high] with { Parent = low };
        }
    }

    private static int Root(List<Run> runs, int index)
    {
        while (runs[index].Parent != index)
        {
            var grandparent = runs[runs[index].Parent].Parent;
            runs[index] = runs[index] with { Parent = grandparent };
            index = grandparent;
        }

        return index;
    }

    private static List<InkComponent> Measure(List<Run> runs)
    {
        var places = new Dictionary<int, int>();
        var components = new List<InkComponent>();
        for (var index = 0; index < runs.Count; index++)
        {
            var run = runs[index];
            var box = new PixelBox(run.Begin, run.Y, run.End, run.Y + 1);
            var root = Root(runs, index);
            if (places.TryGetValue(root, out var place))
            {
                var known = components[place];
                components[place] = new InkComponent(known.Box.Union(box), known.PixelCount + box.Width);
            }
            else
            {
                places[root] = components.Count;
                components.Add(new InkComponent(box, box.Width));
            }
        }

        return components;
    }

    private readonly record struct Run(int Y, int Begin, int End, int Parent);
}
