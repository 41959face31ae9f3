using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Which values sums confirm: two fields whose sum or difference is a third field or is printed, and a column that adds up
/// to a single field. An amount that was misread, or taken from the wrong line, seldom fits into a sum.
/// </summary>
internal sealed class Sums
{
    private const int MaxAmounts = 40;

    // Greater ones are identifiers, and their sums could leave the range of numbers.
    private const decimal MaxAmount = 1e12m;

    // No tax is a greater part of what it is taken on.
    private const decimal MaxTaxShare = 0.35m;

    private static readonly HashSet<string> TaxWords = new(StringComparer.Ordinal)
    {
        "tax",
        "vat",
        "gst",
        "mwst",
        "ust",
        "tva",
        "iva",
        "btw",
    };

    private readonly HashSet<decimal> confirmed = [];
    private readonly HashSet<decimal> taxes = [];

    public Sums(IReadOnlyList<Placement> placements, TypedIndex typed)
    {
        var amounts = new HashSet<decimal>();
        var columns = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var placement in placements.Where(p => !p.Field.Value.IsNull))
        {
            var field = placement.Field;
            if (AmountOf(placement) is not { } amount || amount == 0)
            {
                continue;
            }

            if (field.IsCell)
            {
                columns[field.Path.Column] = columns.GetValueOrDefault(field.Path.Column) + amount;
            }
            else if (amounts.Count < MaxAmounts)
            {
                amounts.Add(amount);
            }
        }

        confirmed.UnionWith(columns.Values.Where(amounts.Contains));
        foreach (var one in amounts)
        {
            foreach (var other in amounts.Where(other => other < one))
            {
                Confirm(one, other, third => amounts.Contains(third) || typed.Numbers(third).Count > 0);
            }
        }
    }

    /// <summary>1 when the value takes part in a sum that comes out, a tax in one on what it may be taken on; 0 when only other values do, else a half.</summary>
    public double Confirm(FieldTarget field, ValuePattern value)
    {
        if (value.Number is null || confirmed.Count == 0 || !IsAmount(field))
        {
            return ConfidenceFeatures.Unknown;
        }

        var known = IsTax(field) ? taxes : confirmed;
        return NumberMatch.Readings(value, DecimalSign.Unknown).Any(known.Contains) ? 1 : 0;
    }

    private void Confirm(decimal greater, decimal less, Func<decimal, bool> isKnown)
    {
        Confirm(greater, less, greater + less, isKnown);
        Confirm(Math.Max(less, greater - less), Math.Min(less, greater - less), greater, isKnown);
    }

    private void Confirm(decimal addend, decimal smaller, decimal sum, Func<decimal, bool> isKnown)
    {
        if (smaller == 0 || addend == smaller || !isKnown(addend) || !isKnown(smaller) || !isKnown(sum))
        {
            return;
        }

        confirmed.UnionWith([addend, smaller, sum]);
        if (Math.Abs(smaller) <= MaxTaxShare * Math.Abs(addend))
        {
            taxes.Add(smaller);
        }
    }

    // The number of a house or an invoice takes part in sums by chance alone.
    private static bool IsAmount(FieldTarget field) => ExpectedKind.Of(field) is ValueKind.Number or ValueKind.Unknown;

    private static bool IsTax(FieldTarget field) =>
        TextFold.Words(field.Path.LastName) is var words
        && words.Any(TaxWords.Contains)
        && !words.Contains("basis", StringComparer.Ordinal);

    private static decimal? AmountOf(Placement placement) =>
        IsAmount(placement.Field) && placement.Value.Number?.In(DecimalSign.Point) is { } amount and > -MaxAmount and < MaxAmount
            ? amount
            : null;
}
