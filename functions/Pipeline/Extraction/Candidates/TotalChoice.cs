using GroundedDocs.Documents.Text;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>
/// Of several amounts that are labelled as the total, the largest is what is paid: the others are sums before tax, rounding
/// or discount.
/// </summary>
internal static class TotalChoice
{
    private const double SmallerFactor = 0.9;
    private const double ZeroFactor = 0.7;
    private const double EqualLabels = 0.12;

    /// <summary>The candidates with totals re-weighed.</summary>
    public static IReadOnlyList<Candidate> Prefer(IEnumerable<Candidate> candidates, DocumentLocale locale)
    {
        var all = candidates.ToList();
        foreach (
            var group in all.Where(c => c.Field.Concept?.Id == "total").GroupBy(c => c.Field, ReferenceEqualityComparer.Instance).ToList()
        )
        {
            var best = group.Max(c => c.Score);
            var largest = group.Where(c => c.Score >= best - EqualLabels).Max(c => Amount(c, locale));
            foreach (var candidate in group)
            {
                var amount = Amount(candidate, locale);
                var factor =
                    amount == 0 ? ZeroFactor
                    : amount < largest ? SmallerFactor
                    : 1;
                all[all.IndexOf(candidate)] = candidate with { Score = candidate.Score * factor };
            }
        }

        return all;
    }

    private static decimal Amount(Candidate candidate, DocumentLocale locale) =>
        NumberReader.Find(candidate.Reading.Printed) is [var number, ..] ? number.In(locale.DecimalSign) : 0;
}
