using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>Groups letters that stand near each other, by walking over the marked cells of a coarse grid.</summary>
internal static class LetterClusters
{
    /// <summary>A cluster: the box around its letters and their number.</summary>
    public readonly record struct Cluster(PixelBox Box, int Count);

    /// <summary>Cells across the page; letters in cells that touch belong together.</summary>
    private const int CellsAcross = 60;

    /// <summary>The clusters, in no particular order.</summary>
    public static IReadOnlyList<Cluster> Group(IReadOnlyList<InkComponent> letters, PixelSize size)
    {
        var cell = Math.Max(8, size.Width / CellsAcross);
        var grid = letters.ToLookup(letter => ((int)letter.Box.CenterX / cell, (int)letter.Box.CenterY / cell));
        var left = grid.Select(group => group.Key).ToHashSet();
        var clusters = new List<Cluster>();
        foreach (var start in grid.Select(group => group.Key))
        {
            if (left.Remove(start))
            {
                clusters.Add(Measure(Walk(start, left).SelectMany(key => grid[key])));
            }
        }

        return clusters;
    }

    private static List<(int X, int Y)> Walk((int X, int Y) start, HashSet<(int X, int Y)> left)
    {
        var found = new List<(int X, int Y)> { start };
        for (var index = 0; index < found.Count; index++)
        {
            var (x, y) = found[index];
            for (var column = x - 1; column <= x + 1; column++)
            {
                for (var row = y - 1; row <= y + 1; row++)
                {
                    if (left.Remove((column, row)))
                    {
                        found.Add((column, row));
                    }
                }
            }
        }

        return found;
    }

    private static Cluster Measure(IEnumerable<InkComponent> letters)
    {
        PixelBox? hull = null;
        var count = 0;
        foreach (var letter in letters)
        {
            hull = hull?.Union(letter.Box) ?? letter.Box;
            count++;
        }

        return new Cluster(hull ?? default, count);
    }
}
