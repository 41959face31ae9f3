using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Rows;

/// <summary>
/// Places the cells of arrays of objects: rows in order down the document, cells near their row's anchor and in their
/// column. What the first round places teaches where the columns are; the second round uses it.
/// </summary>
internal sealed class TableAssignment(DocumentIndex index)
{
    private const int Rounds = 2;

    /// <summary>Chooses a place for every cell it can; cells of rows that are found nowhere are left alone.</summary>
    public void Solve(IReadOnlyList<Placement> placements)
    {
        var tables = placements
            .Where(p => p.Field.IsCell && !p.Field.Value.IsNull)
            .GroupBy(p => RowKey.Of(p.Field.Path).Table, StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var rows = table.GroupBy(p => RowKey.Of(p.Field.Path).Row).OrderBy(g => g.Key).Select(g => new TableRow([.. g])).ToList();
            var cells = table.ToList();
            var columns = TableColumns.Learn(index, []);
            for (var round = 0; round < Rounds; round++)
            {
                var fit = new RowFit(index);
                RowProgramme.Place(index, rows, fit, columns);
                var isLast = round == Rounds - 1;
                rows.ForEach(row => PlaceCells(row, fit, columns, isLast));
                columns = TableColumns.Learn(index, cells);
            }
        }
    }

    private static void PlaceCells(TableRow row, RowFit fit, TableColumns columns, bool isLast)
    {
        if (row.Band is not { } band)
        {
            return;
        }

        var here = row.Cells.Select(cell => new Placement(cell.Field, fit.Rank(cell, band, columns))).ToList();
        ScalarAssignment.Solve(here);
        for (var i = 0; i < here.Count; i++)
        {
            row.Cells[i].Chosen = here[i].Chosen;
            if (isLast && here[i].Chosen is not null)
            {
                // What competes with a cell's place are the other places in its row.
                row.Cells[i].Candidates = here[i].Candidates;
            }
        }
    }
}
