using GroundedDocs.Adapters.Recognition.Pixels;

namespace GroundedDocs.Adapters.Recognition.Detection;

/// <summary>The detector's answer: how probable text is at each pixel. Finding its regions is consuming.</summary>
internal sealed class ProbabilityMap(float[] values, int width, int height, float threshold)
{
    private readonly bool[] visited = new bool[values.Length];
    private readonly Stack<int> pending = new();

    /// <summary>All connected regions above the threshold (eight neighbours), as hulls with their mean probability.</summary>
    public IEnumerable<(PixelPoint[] Hull, double Score)> Regions()
    {
        for (var start = 0; start < values.Length; start++)
        {
            if (values[start] > threshold && !visited[start])
            {
                var pixels = Collect(start);
                yield return (HullOf(pixels), pixels.Average(pixel => values[pixel]));
            }
        }
    }

    private List<int> Collect(int start)
    {
        var pixels = new List<int>();
        Visit(start);
        while (pending.TryPop(out var pixel))
        {
            pixels.Add(pixel);
            var (x, y) = (pixel % width, pixel / width);
            for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
            {
                for (var nx = Math.Max(0, x - 1); nx <= Math.Min(width - 1, x + 1); nx++)
                {
                    Visit((ny * width) + nx);
                }
            }
        }

        return pixels;
    }

    private void Visit(int pixel)
    {
        if (!visited[pixel] && values[pixel] > threshold)
        {
            visited[pixel] = true;
            pending.Push(pixel);
        }
    }

    // Only the outermost pixels of each row can be on the hull.
    private PixelPoint[] HullOf(List<int> pixels)
    {
        var rows = new SortedDictionary<int, (int First, int Last)>();
        foreach (var pixel in pixels)
        {
            var (x, y) = (pixel % width, pixel / width);
            rows[y] = rows.TryGetValue(y, out var row) ? (Math.Min(row.First, x), Math.Max(row.Last, x)) : (x, x);
        }

        var corners = new SortedSet<(int Y, int X)>();
        foreach (var (y, (first, last)) in rows)
        {
            corners.UnionWith([(y, first), (y, last + 1), (y + 1, first), (y + 1, last + 1)]);
        }

        return MinimumRectangle.Hull([.. corners.Select(corner => new PixelPoint(corner.X, corner.Y))]);
    }
}
