using System.Text.RegularExpressions;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>
/// Reads goods from receipts that print no header: an amount at the right edge, the name before it or on the line above, and
/// "2 x 3.50" between them.
/// </summary>
internal sealed partial class UnheadedRows(SumLines sums)
{
    private const double MinAmountRight = 0.55;
    private const int TimeoutMilliseconds = ExtractionLimits.PatternTimeoutMilliseconds;

    /// <summary>The rows of all pages up to the first sum.</summary>
    public IReadOnlyList<TableRecord> Read(IEnumerable<Sheet> sheets, IReadOnlyList<FieldMeaning> columns)
    {
        var (name, amount) = (Column(columns, "line_description"), Column(columns, "line_amount"));
        var records = new List<TableRecord>();
        if (name is null || amount is null)
        {
            return records;
        }

        foreach (var sheet in sheets)
        {
            Run? pending = null;
            foreach (var row in sheet.Rows)
            {
                if (sums.IsSum(row))
                {
                    return records;
                }

                pending = ReadRow(row, pending, name, amount, columns, records);
            }
        }

        return [];
    }

    // The line of text that waits for its amount.
    private static Run? ReadRow(
        IReadOnlyList<Segment> row,
        Run? pending,
        FieldMeaning name,
        FieldMeaning amount,
        IReadOnlyList<FieldMeaning> columns,
        List<TableRecord> records
    )
    {
        var last = row[^1];
        var hasAmount =
            last.Box.Right > MinAmountRight && Money().IsMatch(last.Text) && TypedReader.Read(amount, last.ToRun()) is { Fit: 1 };
        var text = row.Where(s => s != last || !hasAmount).SelectMany(s => s.Tokens).ToList();
        if (!hasAmount)
        {
            return text.Exists(t => t.Text.Any(char.IsLetter)) ? new Run(text) : pending;
        }

        var record = new TableRecord();
        var before = text.Count > 0 ? new Run(text) : null;
        var count = before is null ? null : Multiplication().Match(before.Text);
        if (count is { Success: true })
        {
            Set(record, Column(columns, "quantity"), before!, count.Groups["count"]);
            Set(record, Column(columns, "unit_price"), before!, count.Groups["price"]);
        }

        var named = before is not null && before.Text.Any(char.IsLetter) && count is not { Success: true } ? before : pending;
        if (named is not null && TypedReader.Whole(named, 1) is { } reading)
        {
            record.Add(name, reading);
        }

        record.Add(amount, TypedReader.Read(amount, last.ToRun())!);
        if (record.Cells.ContainsKey(name))
        {
            records.Add(record);
        }

        return null;
    }

    private static void Set(TableRecord record, FieldMeaning? column, Run run, Group group)
    {
        if (column is not null && group.Success)
        {
            record.Add(column, new Reading(run.Slice(group.Index, group.Length), group.Value, 1));
        }
    }

    private static FieldMeaning? Column(IReadOnlyList<FieldMeaning> columns, string concept) =>
        columns.FirstOrDefault(c => c.Concept?.Id == concept);

    [GeneratedRegex(@"\d[.,]\d{2}\b", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    private static partial Regex Money();

    [GeneratedRegex(
        @"(?<![\d.,])(?<count>\d{1,4}(?:[.,]\d{1,3})?)\s*(?:[xX×*@]|pcs|Stk)\s*\D{0,4}(?<price>\d+[.,]\d{2})",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex Multiplication();
}
