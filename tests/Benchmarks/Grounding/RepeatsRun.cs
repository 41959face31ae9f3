using System.Text;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Groundtruth.Tables;
using GroundedDocs.Pipeline.Grounding;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Generated tables in which few amounts repeat: how many cells stand on their own row.</summary>
internal static class RepeatsRun
{
    private const int TablesPerSize = 5;

    public static string Write()
    {
        var report = new StringBuilder("| rows | distinct amounts | pages | cells | on their own row |\n|---|---|---|---|---|\n");
        foreach (
            var (rows, amounts, pages) in new[]
            {
                (10, 5, 1),
                (40, 5, 1),
                (40, 20, 8),
                (100, 5, 2),
                (400, 5, 8),
                (400, 50, 4),
                (400, 200, 8),
            }
        )
        {
            var (right, all) = (0, 0);
            for (var seed = 1; seed <= TablesPerSize; seed++)
            {
                var table = RepeatedTable.Make(seed, rows, amounts, pages);
                all += table.Cells.Count;
                right += CountRight(table);
            }

            report.AppendLine(FormattableString.Invariant($"| {rows} | {amounts} | {pages} | {all} | {(double)right / all:P2} |"));
        }

        return report.ToString();
    }

    private static int CountRight(RepeatedTable table)
    {
        var schema = SchemaParser.Parse(RepeatedTable.SchemaJson).Value;
        var prediction = new Prediction(table.Predictions(), new Provenance("truth", "1", schema.Hash));
        var found = new Grounder().Ground(table.Layout, schema, prediction).Document.Fields.ToDictionary(f => f.Path.ToString());
        return table.Cells.Count(cell =>
            found[cell.Path].Boxes is [var box]
            && box.Region.PageNumber == cell.PageNumber
            && box.Region.Box.IntersectionOverUnion(cell.Box) > 0.5
        );
    }
}
