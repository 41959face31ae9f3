using System.Buffers;
using System.Text.RegularExpressions;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Values;

/// <summary>Reads the first value of a kind from a run of tokens.</summary>
internal static class TypedReader
{
    // Longer runs are prose; patterns are not tried on them.
    private const int MaxPatternLength = 2_000;

    private const double BareNumberFit = 0.75;
    private const double SeveralAmountsFit = 0.9;
    private const double NationalTaxFit = 0.88;
    private const int MinVatDigits = 6;
    private const int MinSentenceWords = 4;
    private const double SentenceFit = 0.5;

    private static readonly SearchValues<char> LeadingSigns = SearchValues.Create(" :;,.-_|=*>•–—/\\");
    private static readonly SearchValues<char> TrailingSigns = SearchValues.Create(" :;,-_|=–—");

    /// <summary>The value, or null when the run holds none of that kind.</summary>
    public static Reading? Read(FieldMeaning field, Run run) =>
        field.Kind switch
        {
            ValueKind.Date => Date(run, field.Range),
            ValueKind.Amount => Money(run, takesLast: field.Concept?.Id == "tax"),
            ValueKind.Number or ValueKind.Quantity => Number(run),
            ValueKind.Percent => Percent(run),
            ValueKind.Phone => Phone(run),
            ValueKind.Email => Pattern(run, KindPatterns.Email(), 1),
            ValueKind.Url => Pattern(run, KindPatterns.Url(), 1),
            ValueKind.Iban => Pattern(run, KindPatterns.Iban(), 1),
            ValueKind.VatId => Pattern(run, KindPatterns.VatId(), 1)
                ?? (
                    Identifier(run) is { } id && id.Printed.Count(char.IsAsciiDigit) >= MinVatDigits
                        ? id with
                        {
                            Fit = id.Fit * NationalTaxFit,
                        }
                        : null
                ),
            ValueKind.Measure => Pattern(run, KindPatterns.Measure(), 0.9),
            ValueKind.CardType => Pattern(run, KindPatterns.CardType(), 1),
            ValueKind.CardEnd => Pattern(run, KindPatterns.CardEnd(), 1),
            ValueKind.PaymentType => Pattern(run, KindPatterns.PaymentType(), 1),
            ValueKind.Identifier => Identifier(run) is { } id && DateReader.Read(id.Printed) is null && !IsMoney(id.Printed) ? id : null,
            ValueKind.PostalCode => Identifier(run),
            ValueKind.Currency => Currency(run),
            ValueKind.Code or ValueKind.GivenName => FirstWord(run),
            ValueKind.OrganisationName or ValueKind.PersonName => IsName(run.Text) ? Whole(run, IsSentence(run) ? SentenceFit : 0.9) : null,
            _ => Whole(run, 0.9),
        };

    /// <summary>The run without the signs around it.</summary>
    public static Reading? Whole(Run run, double fit)
    {
        var start = run.Text.AsSpan().IndexOfAnyExcept(LeadingSigns);
        if (start < 0)
        {
            return null;
        }

        var end = run.Text.AsSpan().LastIndexOfAnyExcept(TrailingSigns) + 1;
        return end <= start ? null : Slice(run, start, end - start, fit);
    }

    private static Reading? Date(Run run, RangeEnd range)
    {
        var found = DateReader.Find(run.Text);
        if (found.Count == 0)
        {
            return null;
        }

        var chosen = range == RangeEnd.End ? found[Math.Min(1, found.Count - 1)] : found[0];
        var fit = range != RangeEnd.None && found.Count < 2 ? 0.75 : 1;
        return Slice(run, chosen.Start, chosen.Length, fit);
    }

    private static Reading? Number(Run run) =>
        NumbersIn(run) is [var number, ..] ? Slice(run, number.DigitsStart, number.DigitsLength, 1) : null;

    // An amount shows a currency or cents; a bare number beside it is a count or a rate. Where a row prints several amounts,
    // as base and tax, none of them is sure.
    private static Reading? Money(Run run, bool takesLast)
    {
        var found = NumbersIn(run);
        var money = found.Where(n => n.Currency is not null || HasCents(run.Text, n)).ToList();
        if (money.Count == 0)
        {
            return found.Count == 0 ? null : Slice(run, found[0].DigitsStart, found[0].DigitsLength, BareNumberFit);
        }

        var chosen = takesLast ? money[^1] : money[0];
        return Slice(run, chosen.DigitsStart, chosen.DigitsLength, money.Count > 1 ? SeveralAmountsFit : 1);
    }

    private static List<NumberMention> NumbersIn(Run run) => [.. NumberReader.Find(run.Text).Where(n => !n.IsPercent)];

    // "1.163,40" is a price, whatever stands before it.
    private static bool IsMoney(string printed) =>
        NumberReader.Find(printed) is [var number]
        && number.Length == printed.Length
        && HasCents(printed, number)
        && printed.Contains(',', StringComparison.Ordinal);

    private static bool HasCents(string text, NumberMention number)
    {
        var digits = text.AsSpan(number.DigitsStart, number.DigitsLength).TrimEnd(")-");
        return digits.Length > 3 && digits[^3] is '.' or ',';
    }

    private static Reading? Percent(Run run)
    {
        var found = NumberReader.Find(run.Text);
        var percent = found.FirstOrDefault(n => n.IsPercent);
        return percent.Length > 0 ? Slice(run, percent.DigitsStart, percent.DigitsLength, 1) : null;
    }

    private static Reading? Phone(Run run)
    {
        foreach (Match match in KindPatterns.Phone().Matches(run.Text.Length > MaxPatternLength ? "" : run.Text))
        {
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (digits is >= 7 and <= 15 && DateReader.Find(match.Value).Count == 0)
            {
                return Slice(run, match.Index, match.Length, 1);
            }
        }

        return null;
    }

    /// <summary>Whether a text has enough letters for a name.</summary>
    public static bool IsName(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters >= 3 && letters > text.Count(char.IsDigit);
    }

    // Names are written with capitals; instructions on a form are not.
    private static bool IsSentence(Run run) =>
        run.Tokens.Count(t => char.IsLower(t.Text[0]) && !LabelText.IsNoise(t.Text)) >= MinSentenceWords;

    private static Reading? FirstWord(Run run) =>
        run.Tokens.FirstOrDefault(t => t.IsText) is { } word ? Whole(new Run([word]), 0.95) : null;

    // The first word with a digit, with the short words of digits or capitals that follow it.
    private static Reading? Identifier(Run run)
    {
        if (run.Tokens.Count > 1 && run.Tokens.All(t => t.IsFilledIn || !t.IsText) && run.Tokens[0].Text.Any(char.IsAsciiDigit))
        {
            // A comb of form fields is one number, whatever is printed between them.
            return Whole(run, 1);
        }

        var first = -1;
        var end = 0;
        for (var i = 0; i < run.Tokens.Count; i++)
        {
            var text = run.Tokens[i].Text;
            var hasDigit = text.Any(char.IsAsciiDigit) && !(text.StartsWith('(') && text.EndsWith(')') && i + 1 < run.Tokens.Count);
            if (first < 0)
            {
                if (!hasDigit && i > 2)
                {
                    return null;
                }

                (first, end) = hasDigit ? (i, i + 1) : (first, end);
            }
            else if (
                hasDigit
                && text.All(c => char.IsAsciiDigit(c) || c is '-' or '/' or '.')
                && text.Length <= 6
                && end - first < 5
                && run.Tokens[i - 1].Text.Length <= 6
            )
            {
                end = i + 1;
            }
            else
            {
                break;
            }
        }

        return first < 0 ? null : Whole(new Run([.. run.Tokens.Skip(first).Take(end - first)]), first == 0 ? 1 : 0.8);
    }

    private static Reading? Currency(Run run)
    {
        foreach (var token in run.Tokens)
        {
            var text = token.Text.Trim('.', ',', '(', ')', ':');
            if (CurrencyNames.CodeOf(text) is not null)
            {
                return new Reading(new Run([token]), text, text.Length == 3 ? 1 : 0.8);
            }
        }

        return null;
    }

    private static Reading? Pattern(Run run, Regex pattern, double fit)
    {
        if (run.Text.Length > MaxPatternLength)
        {
            return null;
        }

        var match = pattern.Match(run.Text);
        return match.Success && match.Length > 0 ? Slice(run, match.Index, match.Length, fit) : null;
    }

    private static Reading Slice(Run run, int start, int length, double fit) =>
        new(run.Slice(start, length), run.Text.Substring(start, length), fit);
}
