using System.Buffers;
using System.Text.RegularExpressions;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Values;

/// <summary>Reads the first value of a kind from a run of tokens.</summary>
internal static class TypedReader
{
    private const int MinSentenceWords = 4;
    private const double SentenceFit = 0.5;

    private static readonly SearchValues<char> LeadingSigns = SearchValues.Create(" :;,.-_|=*>•–—/\\");
    private static readonly SearchValues<char> TrailingSigns = SearchValues.Create(" :;,-_|=–—");

    /// <summary>The value, or null when the run holds none of that kind.</summary>
    public static Reading? Read(FieldMeaning field, Run run) =>
        field.Kind switch
        {
            ValueKind.Date => Date(run, field.Range),
            ValueKind.Amount => AmountReader.Money(run, takesLast: field.Concept?.Id == "tax"),
            ValueKind.Number or ValueKind.Quantity => AmountReader.Number(run),
            ValueKind.Percent => AmountReader.Percent(run),
            ValueKind.Phone => PhoneReader.Read(run),
            ValueKind.Email => Pattern(run, KindPatterns.Email(), 1),
            ValueKind.Url => Pattern(run, KindPatterns.Url(), 1),
            ValueKind.Iban => Pattern(run, KindPatterns.Iban(), 1),
            ValueKind.VatId => Pattern(run, KindPatterns.VatId(), 1) ?? ReferenceReader.NationalTaxNumber(run),
            ValueKind.Measure => Pattern(run, KindPatterns.Measure(), 0.9),
            ValueKind.CardType => Pattern(run, KindPatterns.CardType(), 1),
            ValueKind.CardEnd => Pattern(run, KindPatterns.CardEnd(), 1),
            ValueKind.PaymentType => Pattern(run, KindPatterns.PaymentType(), 1),
            ValueKind.Identifier => ReferenceReader.Named(run),
            ValueKind.PostalCode => ReferenceReader.Read(run),
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
        return end <= start ? null : Reading.Of(run, start, end - start, fit);
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
        return Reading.Of(run, chosen.Start, chosen.Length, fit);
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
        if (run.Text.Length > KindPatterns.MaxLength)
        {
            return null;
        }

        var match = pattern.Match(run.Text);
        return match.Success && match.Length > 0 ? Reading.Of(run, match.Index, match.Length, fit) : null;
    }
}
