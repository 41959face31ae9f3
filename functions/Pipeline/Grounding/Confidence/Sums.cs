using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Fields;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// Checks amounts against each other: a total is the sum of a column of the table, or of two other amounts of the
/// document's fields (net and tax).
/// </summary>
internal sealed class Sums
{
    private const int MaxAmounts = 40;
    private readonly HashSet<decimal> confirmed = [];

    public Sums(IReadOnlyList<Placement> placements)
    {
        var amounts = new List<decimal>();
        var columns = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var field in placements.Select(p => p.Field).Where(f => !f.Value.IsNull))
        {
            if (AmountOf(field) is not { } amount)
            {
                continue;
            }

            if (field.IsCell)
            {
                columns[field.Path.Column] = columns.GetValueOrDefault(field.Path.Column) + amount;
            }
            else if (amounts.Count < MaxAmounts && amount != 0)
            {
                amounts.Add(amount);
            }
        }

        confirmed.UnionWith(columns.Values.Where(amounts.Contains));
        for (var i = 0; i < amounts.Count; i++)
        {
            for (var j = i + 1; j < amounts.Count; j++)
            {
                Confirm(amounts[i], amounts[j], amounts);
            }
        }
    }

    /// <summary>Whether the value takes part in a sum that comes out.</summary>
    public bool Confirm(ValuePattern value) => NumberMatch.Readings(value, Documents.Text.DecimalSign.Unknown).Any(confirmed.Contains);

    private void Confirm(decimal one, decimal other, List<decimal> amounts)
    {
        if (amounts.Contains(one + other))
        {
            confirmed.UnionWith([one, other, one + other]);
        }
    }

    private static decimal? AmountOf(FieldTarget field)
    {
        var number = ValuePattern.Of(field.Value.Text, field.Value.Kind).Number;
        return number is { } found && found.In(Documents.Text.DecimalSign.Point) is var amount ? amount : null;
    }
}
