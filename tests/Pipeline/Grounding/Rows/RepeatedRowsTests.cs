using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Groundtruth.Tables;
using GroundedDocs.Pipeline.Grounding;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding.Rows;

public sealed class RepeatedRowsTests
{
    private const double MinShare = 0.995;

    [Theory]
    [InlineData(10, 5, 1)]
    [InlineData(40, 5, 1)]
    [InlineData(40, 5, 8)]
    [InlineData(120, 10, 3)]
    [InlineData(400, 5, 8)]
    [InlineData(400, 200, 8)]
    public void Ground_RepeatedAmounts_StandOnTheirOwnRow(int rows, int amounts, int pages)
    {
        var table = RepeatedTable.Make(rows + amounts, rows, amounts, pages);
        var schema = SchemaParser.Parse(RepeatedTable.SchemaJson).Value;

        var outcome = new Grounder().Ground(
            table.Layout,
            schema,
            new Prediction(table.Predictions(), new Provenance("truth", "1", schema.Hash))
        );

        var found = outcome.Document.Fields.ToDictionary(f => f.Path.ToString(), StringComparer.Ordinal);
        var right = table.Cells.Count(cell =>
            found[cell.Path].Boxes is [var box]
            && box.Region.PageNumber == cell.PageNumber
            && box.Region.Box.IntersectionOverUnion(cell.Box) > 0.5
        );
        Assert.InRange((double)right / table.Cells.Count, MinShare, 1);
    }
}
