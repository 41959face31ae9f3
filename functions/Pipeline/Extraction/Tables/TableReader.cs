using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>Reads an array of objects from the table that has its columns, over all pages.</summary>
internal sealed class TableReader(IReadOnlyList<(Sheet Sheet, LabelFinder Finder)> sheets, DocumentLocale locale)
{
    private readonly SumLines sums = new(sheets.Select(s => s.Finder));
    private readonly PrintedAmounts printed = new(sheets.Select(s => s.Sheet), locale);

    /// <summary>The elements, numbered in reading order; none when no page has such a table.</summary>
    public IReadOnlyList<PredictedField> Read(ObjectSchema items, FieldPath array)
    {
        var columns = MeaningReader.ReadColumns(items, array.Element(0));
        var records = WithHeader(columns, out var labels);
        var source = SupportSource.Cell;
        if (records.Count == 0)
        {
            records = new UnheadedRows(sums).Read(sheets.Select(s => s.Sheet), columns);
            source = SupportSource.UnheadedCell;
        }

        var rows = records.Where(r => IsRecord(r, columns)).ToList();
        var supports = new SupportOfCells(rows, labels, source, printed);
        return [.. rows.SelectMany((record, index) => Predict(record, array.Element(index), supports))];
    }

    // Labels: how surely the best header names each column.
    private IReadOnlyList<TableRecord> WithHeader(IReadOnlyList<FieldMeaning> columns, out IReadOnlyDictionary<FieldMeaning, double> labels)
    {
        var body = new TableBody(sums);
        var found = sheets.Select(s => (s.Sheet, Headers: TableHeaderFinder.Find(s.Sheet, s.Finder, columns))).ToList();
        var best = found.SelectMany(f => f.Headers).Select(h => h.Score).DefaultIfEmpty(0).Max();
        var header = found.SelectMany(f => f.Headers).FirstOrDefault(h => h.Score >= best);
        labels = (header?.Cells ?? []).Where(c => c.Column is not null).ToDictionary(c => c.Column!, c => c.Label);
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

    private IEnumerable<PredictedField> Predict(TableRecord record, FieldPath element, SupportOfCells supports)
    {
        foreach (var (column, reading) in record.Cells)
        {
            var value = SchemaValue.From(column, reading.Printed, locale);
            if (!value.IsNull)
            {
                var support = supports.Of(record, column, reading);
                yield return new PredictedField(element.Property(column.Schema.Name), value)
                {
                    PrintedText = reading.Printed,
                    PageNumber = reading.Run.PageNumber,
                    RoughBox = reading.Run.Box,
                    Probability = SupportJudge.Probability(support),
                    Support = support,
                };
            }
        }
    }
}
