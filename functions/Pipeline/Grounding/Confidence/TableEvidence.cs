using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Rows;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>What the other cells of its column and row say about a cell.</summary>
internal sealed class TableEvidence
{
    // In line heights.
    private const double Tolerance = 1;
    private const double Reach = 3;

    // Half a unit of the last digit that amounts are printed with, and as much again for rounded factors.
    private const decimal RoundingError = 0.011m;

    private readonly DocumentIndex index;
    private readonly Dictionary<string, Column> columns;
    private readonly Dictionary<RowKey, Row> rows;

    public TableEvidence(DocumentIndex index, TypedIndex typed, IReadOnlyList<Placement> placements)
    {
        this.index = index;
        var cells = placements.Where(p => p.Field.IsCell).ToList();
        columns = cells
            .GroupBy(p => p.Field.Path.Column, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Column.Of([.. g]), StringComparer.Ordinal);
        var printed = typed
            .AllNumbers.Where(n => n.Number is not null and not 0)
            .ToLookup(n => index.Words[n.Span.Words[0]].Row, n => n.Number!.Value);
        rows = cells.GroupBy(p => RowKey.Of(p.Field.Path)).ToDictionary(g => g.Key, g => Row.Of(index, [.. g], printed));
    }

    /// <summary>1 for a place in its column, falling to 0 beside it.</summary>
    public double Alignment(FieldTarget field, FieldCandidate chosen)
    {
        var column = columns[field.Path.Column];
        if (column.Count < 2)
        {
            return ConfidenceFeatures.Unknown;
        }

        var scale = index.Scales[chosen.Candidate.PageIndex];
        var box = chosen.Candidate.Box;
        var off = Math.Min(Math.Abs(box.Left - column.Left), Math.Abs(box.Right - column.Right));
        var distance = scale.Across(off);
        return distance <= Tolerance ? 1 : Math.Exp(-(distance - Tolerance) / Reach);
    }

    /// <summary>Share of the column's values that are of the same kind as this one.</summary>
    public double SameKind(FieldTarget field, ValuePattern value)
    {
        var column = columns[field.Path.Column];
        return column.Count < 2 ? ConfidenceFeatures.Unknown : column.Share(Column.KindOf(value));
    }

    /// <summary>Share of the row's cells that were found.</summary>
    public double Completeness(FieldTarget field) => rows[RowKey.Of(field.Path)].Completeness;

    /// <summary>1 when the value takes part in a product that is printed in its row, 0 when another value does, else a half.</summary>
    public double Product(FieldTarget field, ValuePattern value)
    {
        var row = rows[RowKey.Of(field.Path)];
        return value.Number is not { } number || row.Confirmed.Count == 0 ? ConfidenceFeatures.Unknown
            : row.Confirmed.Contains(number.In(DecimalSign.Point)) ? 1
            : 0;
    }

    private sealed record Column(int Count, double Left, double Right, IReadOnlyDictionary<int, double> Kinds)
    {
        public static Column Of(List<Placement> cells)
        {
            var boxes = cells.Where(c => c.Chosen is not null).Select(c => c.Chosen!.Candidate.Box).ToList();
            var kinds = cells.Where(c => !c.Field.Value.IsNull).Select(c => KindOf(c.Value)).ToList();
            return new Column(
                boxes.Count,
                Median(boxes.ConvertAll(b => b.Left)),
                Median(boxes.ConvertAll(b => b.Right)),
                kinds.GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count() / (double)kinds.Count)
            );
        }

        public double Share(int kind) => Kinds.GetValueOrDefault(kind);

        public static int KindOf(ValuePattern value) =>
            value.Date is not null ? 0
            : value.Number is not null ? 1
            : value.Squeezed.Any(char.IsDigit) ? 2
            : 3;

        private static double Median(List<double> values)
        {
            values.Sort();
            return values.Count == 0 ? 0 : values[values.Count / 2];
        }
    }

    private sealed record Row(double Completeness, IReadOnlySet<decimal> Confirmed)
    {
        private const int MaxNumbers = 12;

        public static Row Of(DocumentIndex index, List<Placement> cells, ILookup<int, decimal> printed)
        {
            var places = cells.Where(c => c.Chosen is { Candidate.Place.FirstWord: >= 0 }).Select(c => c.Chosen!.Candidate.Place);
            var lines = places.Select(place => index.Words[place.FirstWord].Row).Distinct();
            var numbers = lines.SelectMany(line => printed[line]).Distinct().Take(MaxNumbers).ToList();
            var own = cells
                .Where(c => !c.Field.Value.IsNull)
                .Select(c => c.Value.Number?.In(DecimalSign.Point))
                .OfType<decimal>()
                .ToHashSet();
            return new Row(cells.Count(c => c.Chosen is not null) / (double)cells.Count, Products(own, numbers));
        }

        // Of three numbers of the line, at least two must be values: any line has three numbers that fit by chance.
        private static HashSet<decimal> Products(HashSet<decimal> own, List<decimal> numbers)
        {
            var confirmed = new HashSet<decimal>();
            foreach (var product in own)
            {
                foreach (var factor in numbers)
                {
                    foreach (var other in numbers)
                    {
                        if ((own.Contains(factor) || own.Contains(other)) && IsProduct(factor, other, product))
                        {
                            confirmed.UnionWith([factor, other, product]);
                        }
                    }
                }
            }

            return confirmed;
        }

        private static bool IsProduct(decimal one, decimal other, decimal product) =>
            one != product && Math.Abs(one) < 1e9m && Math.Abs(other) < 1e9m && Math.Abs((one * other) - product) <= RoundingError;
    }
}
