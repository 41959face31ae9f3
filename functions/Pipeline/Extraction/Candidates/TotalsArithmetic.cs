namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>
/// Net, tax and total prove each other: of the amounts that may be one of them, those that add up are right, whatever their labels
/// are worth. A part that no field asks for, or that has no label of its own, may stand anywhere on the pages.
/// </summary>
internal sealed class TotalsArithmetic(PrintedAmounts printed)
{
    private const decimal MaxTaxShare = 0.35m;
    private const int MaxAmounts = 8;
    private const double Confirmed = 0.5;
    private const double Contradicted = 0.85;

    // What an amount without a label adds to the proof, beside the scores of those that have one.
    private const double UnlabelledScore = 0.15;
    private const double MinProof = 0.9;
    private static readonly string[] Totals = ["total", "gross_amount"];
    private static readonly string[] Nets = ["subtotal", "line_total"];
    private static readonly string[] Taxes = ["tax"];

    /// <summary>The candidates, those that add up surer, their rivals less sure; unchanged where nothing adds up.</summary>
    public IReadOnlyList<Candidate> Weigh(IReadOnlyList<Candidate> candidates)
    {
        var (totals, nets, taxes) = (Amounts(candidates, Totals), Amounts(candidates, Nets), Amounts(candidates, Taxes));
        if (Prove(totals, nets, taxes) is not { } proof)
        {
            return candidates;
        }

        return
        [
            .. candidates.Select(c =>
                Is(c, Totals) ? Judge(c, proof.Total)
                : Is(c, Nets) ? Judge(c, proof.Net)
                : Is(c, Taxes) ? Judge(c, proof.Tax)
                : c
            ),
        ];
    }

    private (decimal Total, decimal Net, decimal Tax)? Prove(
        Dictionary<decimal, double> totals,
        Dictionary<decimal, double> nets,
        Dictionary<decimal, double> taxes
    )
    {
        var best = (Proof: ((decimal, decimal, decimal)?)null, Score: MinProof);
        foreach (var (total, score) in totals)
        {
            var parts = nets
                .Keys.Select(net => (Net: net, Tax: total - net))
                .Concat(taxes.Keys.Select(tax => (Net: total - tax, Tax: tax)));
            foreach (var (net, tax) in parts.Where(p => IsTaxOf(p.Net, p.Tax)))
            {
                if (ScoreOf(net, nets) is { } netScore && ScoreOf(tax, taxes) is { } taxScore && score + netScore + taxScore > best.Score)
                {
                    best = ((total, net, tax), score + netScore + taxScore);
                }
            }
        }

        return best.Proof;
    }

    private double? ScoreOf(decimal amount, Dictionary<decimal, double> labelled) =>
        labelled.TryGetValue(amount, out var score) ? score
        : printed.Contain(amount) ? UnlabelledScore
        : null;

    private static bool IsTaxOf(decimal net, decimal tax) =>
        net != 0 && Math.Sign(net) * Math.Sign(tax) >= 0 && Math.Abs(tax) <= MaxTaxShare * Math.Abs(net);

    private Candidate Judge(Candidate candidate, decimal proven) =>
        AmountOf(candidate) == proven
            ? candidate with
            {
                Score = candidate.Score + ((1 - candidate.Score) * Confirmed),
                Arithmetic = 1,
            }
            : candidate with
            {
                Score = candidate.Score * Contradicted,
                Arithmetic = 0,
            };

    // The surest amounts, with their best score.
    private Dictionary<decimal, double> Amounts(IEnumerable<Candidate> candidates, string[] concepts) =>
        candidates
            .Where(c => Is(c, concepts))
            .GroupBy(AmountOf)
            .Where(g => g.Key is not null)
            .Select(g => (Amount: g.Key!.Value, Score: g.Max(c => c.Score)))
            .OrderByDescending(a => a.Score)
            .Take(MaxAmounts)
            .ToDictionary(a => a.Amount, a => a.Score);

    private static bool Is(Candidate candidate, string[] concepts) =>
        candidate.Field.Concept is { } concept && concepts.Contains(concept.Id, StringComparer.Ordinal);

    private decimal? AmountOf(Candidate candidate) => printed.Read(candidate.Reading.Printed);
}
