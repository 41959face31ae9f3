using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Text;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Pipeline.Extraction.Agreement;

/// <summary>What one extractor says about another's prediction. Pure.</summary>
internal static class Opinion
{
    /// <summary>
    /// The prediction with each value marked: agreed where the other extractor gives the same value, disagreed where it gives
    /// another, unknown where it gives none. Rows of tables are paired by their cells first, because extractors lose different rows.
    /// </summary>
    public static Prediction Of(Prediction other, Prediction prediction)
    {
        var paths = PairRows(prediction, other);
        var values = new Dictionary<FieldPath, ScalarValue>();
        foreach (var field in other.Fields.Where(field => !field.Value.IsNull))
        {
            values.TryAdd(field.Path, field.Value);
        }

        return prediction with
        {
            Fields = [.. prediction.Fields.Select(field => field with { Agreement = Judge(field) })],
        };

        ReaderAgreement Judge(PredictedField field)
        {
            if (field.Value.IsNull || !paths.TryGetValue(field, out var path) || !values.TryGetValue(path, out var value))
            {
                return ReaderAgreement.Unknown;
            }

            return ValueEquality.AreSame(field.Value, value) ? ReaderAgreement.Agreed : ReaderAgreement.Disagreed;
        }
    }

    /// <summary>For each field of the prediction the path at which the other one has the same row's cell; rows without a partner have none.</summary>
    private static Dictionary<PredictedField, FieldPath> PairRows(Prediction prediction, Prediction other)
    {
        var paths = new Dictionary<PredictedField, FieldPath>(ReferenceEqualityComparer.Instance);
        var otherTables = other.Fields.Where(HasRow).ToLookup(field => TableOf(field.Path), StringComparer.Ordinal);
        foreach (var field in prediction.Fields.Where(field => !HasRow(field)))
        {
            paths[field] = field.Path;
        }

        foreach (var table in prediction.Fields.Where(HasRow).GroupBy(field => TableOf(field.Path), StringComparer.Ordinal))
        {
            var rows = RowsOf(table);
            var otherRows = RowsOf(otherTables[table.Key]);
            var (cells, otherCells) = (rows.ConvertAll(Cells), otherRows.ConvertAll(Cells));
            var pairs = RowAlignment.Align(rows.Count, otherRows.Count, (i, j) => cells[i].Count(otherCells[j].Contains));
            for (var i = 0; i < rows.Count; i++)
            {
                if (pairs[i] is { } partner)
                {
                    foreach (var cell in rows[i])
                    {
                        paths[cell] = InRow(cell.Path, RowIndex(otherRows[partner][0].Path));
                    }
                }
            }
        }

        return paths;
    }

    private static List<List<PredictedField>> RowsOf(IEnumerable<PredictedField> table) =>
        [.. table.GroupBy(field => RowIndex(field.Path)).OrderBy(row => row.Key).Select(row => row.ToList())];

    /// <summary>A row's cells in a form that compares fast: tables are paired over all rows.</summary>
    private static HashSet<(string Column, string Text)> Cells(List<PredictedField> row) =>
        [.. row.Where(cell => !cell.Value.IsNull).Select(cell => (cell.Path.Column, TextFold.Squeeze(cell.Value.Text)))];

    private static bool HasRow(PredictedField field) => field.Path.Segments.Any(segment => segment.IsIndex);

    private static int FirstIndex(FieldPath path) => path.Segments.TakeWhile(segment => !segment.IsIndex).Count();

    private static int RowIndex(FieldPath path) => path.Segments[FirstIndex(path)].Index;

    private static string TableOf(FieldPath path) => InRow(path, 0, FirstIndex(path) + 1).Column;

    private static FieldPath InRow(FieldPath path, int row, int? length = null)
    {
        var moved = FieldPath.Root;
        for (var i = 0; i < (length ?? path.Segments.Count); i++)
        {
            var segment = path.Segments[i];
            moved = segment.IsIndex ? moved.Element(i == FirstIndex(path) ? row : segment.Index) : moved.Property(segment.Name!);
        }

        return moved;
    }
}
