using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Values;

/// <summary>Reads numbers, amounts of money and percentages from a run of tokens; null where it holds none.</summary>
internal static class AmountReader
{
    private const double BareNumberFit = 0.75;
    private const double SeveralAmountsFit = 0.9;

    /// <summary>The first number that is no percentage.</summary>
    public static Reading? Number(Run run) =>
        NumbersIn(run) is [var number, ..] ? Reading.Of(run, number.DigitsStart, number.DigitsLength, 1) : null;

    /// <summary>
    /// An amount of money: it shows a currency or cents; a bare number beside it is a count or a rate. Where a row prints several
    /// amounts, as base and tax, none of them is sure.
    /// </summary>
    /// <param name="run">The tokens.</param>
    /// <param name="takesLast">Whether the last of several amounts is meant, not the first.</param>
    public static Reading? Money(Run run, bool takesLast)
    {
        var found = NumbersIn(run);
        var money = found.Where(n => n.Currency is not null || HasCents(run.Text, n)).ToList();
        if (money.Count == 0)
        {
            return found.Count == 0 ? null : Reading.Of(run, found[0].DigitsStart, found[0].DigitsLength, BareNumberFit);
        }

        var chosen = takesLast ? money[^1] : money[0];
        return Reading.Of(run, chosen.DigitsStart, chosen.DigitsLength, money.Count > 1 ? SeveralAmountsFit : 1);
    }

    /// <summary>The first percentage, without its sign.</summary>
    public static Reading? Percent(Run run)
    {
        var found = NumberReader.Find(run.Text);
        var percent = found.FirstOrDefault(n => n.IsPercent);
        return percent.Length > 0 ? Reading.Of(run, percent.DigitsStart, percent.DigitsLength, 1) : null;
    }

    /// <summary>Whether a text is an amount in any context: "1.163,40" is a price, whatever stands before it.</summary>
    public static bool IsMoney(string printed) =>
        NumberReader.Find(printed) is [var number]
        && number.Length == printed.Length
        && HasCents(printed, number)
        && printed.Contains(',', StringComparison.Ordinal);

    /// <summary>Whether a number of a text ends with two decimals.</summary>
    public static bool HasCents(string text, NumberMention number)
    {
        var digits = text.AsSpan(number.DigitsStart, number.DigitsLength).TrimEnd(")-");
        return digits.Length > 3 && digits[^3] is '.' or ',';
    }

    private static List<NumberMention> NumbersIn(Run run) => [.. NumberReader.Find(run.Text).Where(n => !n.IsPercent)];
}
