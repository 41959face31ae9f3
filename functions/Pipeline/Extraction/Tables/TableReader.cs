using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>Reads an array of objects from the table that has its columns, over all pages.</summary>
internal sealed class TableReader(IReadOnlyList<(Sheet Sheet, LabelFinder Finder)> sheets, DocumentLocale locale)
{
    private const double CellProbability = 0.8;
    private readonly SumLines sums = new(sheets.Select(s => s.Finder));

    /// <summary>The elements, numbered in reading order; none when no page has such a table.</summary>
    public IReadOnlyList<PredictedField> Read(ObjectSchema items, FieldPath array)
    {
        var columns = MeaningReader.ReadColumns(items, array.Element(0));
        var records = WithHeader(columns);
        var source = SupportSource.Cell;
        if (records.Count == 0)
        {
            records = new UnheadedRows(sums).Read(sheets.Select(s => s.Sheet), columns);
            source = SupportSource.UnheadedCell;
        }

        return [.. records.Where(r => IsRecord(r, columns)).SelectMany((record, index) => Predict(record, array.Element(index), source))];
    }

    private IReadOnlyList<TableRecord> WithHeader(IReadOnlyList<FieldMeaning> columns)
    {
        var body = new TableBody(sums);
        var found = sheets.Select(s => (s.Sheet, Headers: TableHeaderFinder.Find(s.Sheet, s.Finder, columns))).ToList();
        var best = found.SelectMany(f => f.Headers).Select(h => h.Score).DefaultIfEmpty(0).Max();
        TableHeader? open = null;
        foreach (var (sheet, headers) in found)
        {
            var own = headers.Where(h => h.Score >= best - 0.5).ToList();
            if (own.Count == 0)
            {
                // The table may go on without printing its header again.
                open = open is not null && body.Read(sheet, open, 0, sheet.Rows.Count) ? open : null;
                continue;
            }

            for (var i = 0; i < own.Count; i++)
            {
                var end = i + 1 < own.Count ? own[i + 1].LastRow : sheet.Rows.Count;
                open = body.Read(sheet, own[i], own[i].LastRow + 1, end) ? own[i] : null;
            }
        }

        return body.Records;
    }

    // A record that the schema can use has more than a stray text: a number or date, where the schema has such columns.
    private static bool IsRecord(TableRecord record, IReadOnlyList<FieldMeaning> columns) =>
        record.Cells.Count > 0 && (record.HasTyped || !columns.Any(TableRecord.IsTyped));

    private IEnumerable<PredictedField> Predict(TableRecord record, FieldPath element, SupportSource source)
    {
        foreach (var (column, reading) in record.Cells)
        {
            var value = SchemaValue.From(column, reading.Printed, locale);
            if (!value.IsNull)
            {
                yield return new PredictedField(element.Property(column.Schema.Name), value)
                {
                    PrintedText = reading.Printed,
                    PageNumber = reading.Run.PageNumber,
                    RoughBox = reading.Run.Box,
                    Probability = CellProbability,
                    Support = new ValueSupport(source) { Fit = reading.Fit, Reader = reading.Run.Tokens.Min(t => t.Confidence) },
                };
            }
        }
    }
}
