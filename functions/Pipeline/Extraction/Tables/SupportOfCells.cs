using GroundedDocs.Documents.Predictions;
using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>
/// Says what speaks for the cells of a table: a surely named column that most rows fill, a row that fills most columns, and numbers
/// that agree. Quantity times unit price is the row's amount; all amounts together are a printed sum.
/// </summary>
internal sealed class SupportOfCells
{
    private const decimal MaxRounding = 0.011m;
    private readonly IReadOnlyList<TableRecord> rows;
    private readonly IReadOnlyDictionary<FieldMeaning, double> labels;
    private readonly SupportSource source;
    private readonly PrintedAmounts printed;
    private readonly Dictionary<FieldMeaning, double> shares;
    private readonly bool isSummed;

    public SupportOfCells(
        IReadOnlyList<TableRecord> rows,
        IReadOnlyDictionary<FieldMeaning, double> labels,
        SupportSource source,
        PrintedAmounts printed
    )
    {
        (this.rows, this.labels, this.source, this.printed) = (rows, labels, source, printed);
        shares = rows.SelectMany(r => r.Cells.Keys).GroupBy(c => c).ToDictionary(g => g.Key, g => (double)g.Count() / rows.Count);
        var amounts = rows.Select(r => Amount(r, "line_amount")).ToList();
        isSummed = amounts.Count > 0 && !amounts.Contains(null) && (amounts.Count == 1 || printed.Contain(amounts.Sum() ?? 0));
    }

    /// <summary>The grounds of one cell.</summary>
    public ValueSupport Of(TableRecord row, FieldMeaning column, Reading reading) =>
        new ValueSupport(source)
        {
            Label = Math.Clamp(labels.GetValueOrDefault(column), 0, 1),
            Place = (double)row.Cells.Count / Math.Max(1, shares.Count),
            Margin = shares.GetValueOrDefault(column),
            Rivals = 0,
            Repeats = 1 - (1.0 / (1 + rows.Count)),
            Arithmetic = ArithmeticOf(row, column),
        }.WithShape(column, reading);

    private double ArithmeticOf(TableRecord row, FieldMeaning column)
    {
        var (quantity, price, amount) = (Amount(row, "quantity"), Amount(row, "unit_price"), Amount(row, "line_amount"));
        var isFactor = column.Concept?.Id is "quantity" or "unit_price" or "line_amount";
        return isFactor && quantity is not null && price is not null && amount is not null
            ? Math.Abs((quantity.Value * price.Value) - amount.Value) <= MaxRounding
                ? 1
                : 0
            : isSummed
                ? 1
                : 0.5;
    }

    private decimal? Amount(TableRecord row, string concept) =>
        row.Cells.FirstOrDefault(c => c.Key.Concept?.Id == concept).Value is { } reading ? printed.Read(reading.Printed) : null;
}
