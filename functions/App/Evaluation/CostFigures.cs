using GroundedDocs.App.Evaluation.Answers;

namespace GroundedDocs.App.Evaluation;

/// <summary>What a run cost by the configured prices. Each is in units of the currency; null where there is nothing to divide by.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Total">All documents together.</param>
/// <param name="PerDocument">A document.</param>
/// <param name="PerPage">A page.</param>
/// <param name="PerCorrectField">A value that is equal to the truth.</param>
internal sealed record CostFigures(string Currency, decimal Total, decimal? PerDocument, decimal? PerPage, decimal? PerCorrectField)
{
    /// <summary>The figures, or null when no answer says that it cost anything.</summary>
    public static CostFigures? Of(IReadOnlyCollection<AnswerCost> costs, int correctFields)
    {
        var total = costs.Sum(cost => cost.Amount);
        return total == 0
            ? null
            : new CostFigures(
                costs.First().Currency,
                total,
                Share(total, costs.Count),
                Share(total, costs.Sum(cost => cost.Pages)),
                Share(total, correctFields)
            );
    }

    private static decimal? Share(decimal total, int count) => count > 0 ? total / count : null;
}
