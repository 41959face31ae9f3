using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>
/// Joins the elements of one array over windows: in page order, without the headers and carried-over sums that are printed
/// again on each page, and with a row whole that a page break cut in two.
/// </summary>
internal static class RowJoiner
{
    private static readonly string[] CarriedOver =
    [
        "carriedforward",
        "carriedover",
        "broughtforward",
        "balanceforward",
        "balancebroughtforward",
        "uebertrag",
        "ubertrag",
        "areporter",
        "sumayisigue",
        "sumaanterior",
        "riporto",
    ];

    // Words for a sum carried over that are as often the name of an article: believed at a page's edge only.
    private static readonly string[] CarriedOverAtEdges = ["report", "transport"];

    /// <summary>The elements of the whole document, renumbered from 0.</summary>
    public static IEnumerable<PredictedField> Join(IEnumerable<Row> rows, ArraySchema schema)
    {
        var all = rows.ToList();
        var joined = new List<Row>();
        foreach (var row in all.Where((r, index) => !IsHeader(r, schema.Items) && !IsCarriedOver(r, IsAtPageBreak(all, index))))
        {
            var previous = joined.Count > 0 ? joined[^1] : null;
            if (schema.Items is ScalarSchema && joined.Exists(r => r.Window != row.Window && IsSameValue(r, row)))
            {
                continue;
            }

            if (previous is not null && previous.Window != row.Window && schema.Items is ObjectSchema && IsCut(previous, row))
            {
                joined[^1] = Unite(previous, row);
                continue;
            }

            joined.Add(row);
        }

        return joined.SelectMany((row, index) => row.At(index));
    }

    // A row that repeats the names of its own columns is a header.
    private static bool IsHeader(Row row, SchemaNode items) =>
        items is ObjectSchema
        && row.Fields.Count > 0
        && row.Fields.All(f => f.Value.Kind == ScalarKind.Text && TextFold.Squeeze(f.Value.Text) == TextFold.Squeeze(row.Column(f)));

    private static bool IsCarriedOver(Row row, bool isAtPageBreak)
    {
        var mayBeSum = isAtPageBreak && row.Fields.Count(f => f.Value.Kind == ScalarKind.Number) <= 1;
        return row
            .Fields.Where(f => f.Value.Kind == ScalarKind.Text)
            .Select(f => TextFold.Squeeze(f.Value.Text))
            .Any(text =>
                CarriedOver.Contains(text, StringComparer.Ordinal)
                || (mayBeSum && CarriedOverAtEdges.Contains(text, StringComparer.Ordinal))
            );
    }

    // The last row of a window that others follow, or the first of one that follows others.
    private static bool IsAtPageBreak(List<Row> rows, int index) =>
        (index > 0 && rows[index - 1].Window != rows[index].Window)
        || (index + 1 < rows.Count && rows[index + 1].Window != rows[index].Window);

    private static bool IsSameValue(Row one, Row other) =>
        one.Fields.Count == 1
        && other.Fields.Count == 1
        && TextFold.Squeeze(one.Fields[0].Value.Text) == TextFold.Squeeze(other.Fields[0].Value.Text);

    // The rest of a cut row brings text without any number, or just the columns that the first part lacks.
    private static bool IsCut(Row first, Row rest)
    {
        var columns = rest.Fields.Where(f => !f.Value.IsNull).Select(rest.Column).ToList();
        var isDisjoint = columns.TrueForAll(c => first.Cell(c) is null);
        var isTextOnly =
            rest.Fields.Count == 1 && rest.Fields[0].Value.Kind == ScalarKind.Text && first.Fields.Count > 1 && HasFullNeighbour(first);
        return columns.Count > 0 && (isDisjoint || isTextOnly);
    }

    private static bool HasFullNeighbour(Row row) => row.Fields.Any(f => f.Value.Kind == ScalarKind.Number);

    private static Row Unite(Row first, Row rest)
    {
        var fields = first.Fields.ToList();
        foreach (var more in rest.Fields.Where(f => !f.Value.IsNull))
        {
            var at = fields.FindIndex(f => first.Column(f) == rest.Column(more));
            if (at < 0)
            {
                fields.Add(more);
            }
            else if (fields[at].Value.IsNull)
            {
                fields[at] = more;
            }
            else
            {
                fields[at] = fields[at] with
                {
                    Value = ScalarValue.FromText($"{fields[at].Value.Text} {more.Value.Text}"),
                    PrintedText = fields[at].PrintedText is { } printed && more.PrintedText is { } added ? $"{printed} {added}" : null,
                };
            }
        }

        // Added columns carry the index of the row they came from; renumbering at the end gives all of them the same.
        return first with
        {
            Fields = fields,
            Window = rest.Window,
        };
    }
}
