using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Rows;

/// <summary>Where the columns of a table stand, learnt from the cells that were placed: the edge that moves least from row to row.</summary>
internal sealed class TableColumns
{
    private const double Tolerance = 1;
    private const double Reach = 3;
    private readonly Dictionary<string, (int Edge, double Position)> bands = new(StringComparer.Ordinal);
    private readonly DocumentIndex index;

    private TableColumns(DocumentIndex index) => this.index = index;

    public static TableColumns Learn(DocumentIndex index, IEnumerable<Placement> cells)
    {
        var columns = new TableColumns(index);
        foreach (var column in cells.Where(c => c.Chosen is not null).GroupBy(c => c.Field.Path.LastName, StringComparer.Ordinal))
        {
            var boxes = column.Select(c => (c.Chosen!.Candidate.Box, c.Chosen.Candidate.PageIndex)).ToList();
            if (boxes.Count > 1)
            {
                columns.bands[column.Key] = SteadiestEdge(boxes);
            }
        }

        return columns;
    }

    /// <summary>1 for a box in its column, falling to 0 beside it; half when the column is not known.</summary>
    public double Alignment(string column, BoundingBox box, int pageIndex)
    {
        if (!bands.TryGetValue(column, out var band))
        {
            return 0.5;
        }

        var distance = Math.Abs(index.Scales[pageIndex].Across(Edge(box, band.Edge) - band.Position));
        return distance <= Tolerance ? 1 : Math.Exp(-(distance - Tolerance) / Reach);
    }

    private static (int Edge, double Position) SteadiestEdge(List<(BoundingBox Box, int PageIndex)> boxes)
    {
        var best = (Edge: 0, Position: 0.0);
        var bestSpread = double.MaxValue;
        for (var edge = 0; edge < 3; edge++)
        {
            var positions = boxes.ConvertAll(b => Edge(b.Box, edge));
            var median = Median(positions);
            var spread = Median(positions.ConvertAll(p => Math.Abs(p - median)));
            if (spread < bestSpread)
            {
                best = (edge, median);
                bestSpread = spread;
            }
        }

        return best;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static double Edge(BoundingBox box, int edge) =>
        edge switch
        {
            0 => box.Left,
            1 => box.Right,
            _ => box.CenterX,
        };
}
