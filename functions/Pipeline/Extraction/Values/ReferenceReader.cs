using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Values;

/// <summary>Reads numbers that name things from a run of tokens: of invoices, customers, taxes, and postal codes.</summary>
internal static class ReferenceReader
{
    private const double NationalTaxFit = 0.88;
    private const double LaterWordFit = 0.8;
    private const int MinTaxDigits = 6;
    private const int MaxWordsBefore = 3;
    private const int MaxWords = 5;
    private const int MaxWordLength = 6;

    /// <summary>The first word with a digit, with the short words of digits that follow it.</summary>
    public static Reading? Read(Run run)
    {
        if (run.Tokens.Count > 1 && run.Tokens.All(t => t.IsFilledIn || !t.IsText) && run.Tokens[0].Text.Any(char.IsAsciiDigit))
        {
            // A comb of form fields is one number, whatever is printed between them.
            return TypedReader.Whole(run, 1);
        }

        var first = Enumerable.Range(0, Math.Min(MaxWordsBefore + 1, run.Tokens.Count)).FirstOrDefault(i => StartsAt(run.Tokens, i), -1);
        if (first < 0)
        {
            return null;
        }

        var end = first + 1;
        while (end < run.Tokens.Count && end - first < MaxWords && GoesOnAt(run.Tokens, end))
        {
            end++;
        }

        return TypedReader.Whole(new Run([.. run.Tokens.Skip(first).Take(end - first)]), first == 0 ? 1 : LaterWordFit);
    }

    /// <summary>An identifier that is neither a date nor an amount, or null.</summary>
    public static Reading? Named(Run run) =>
        Read(run) is { } id && DateReader.Read(id.Printed) is null && !AmountReader.IsMoney(id.Printed) ? id : null;

    /// <summary>A tax number in a form of one country, which has no prefix to know it by; null when there are too few digits.</summary>
    public static Reading? NationalTaxNumber(Run run) =>
        Read(run) is { } id && id.Printed.Count(char.IsAsciiDigit) >= MinTaxDigits ? id with { Fit = id.Fit * NationalTaxFit } : null;

    // Digits in brackets are a remark on the number behind them.
    private static bool StartsAt(IReadOnlyList<Token> tokens, int at)
    {
        var text = tokens[at].Text;
        return text.Any(char.IsAsciiDigit) && !(text.StartsWith('(') && text.EndsWith(')') && at + 1 < tokens.Count);
    }

    private static bool GoesOnAt(IReadOnlyList<Token> tokens, int at)
    {
        var text = tokens[at].Text;
        return text.Length <= MaxWordLength
            && tokens[at - 1].Text.Length <= MaxWordLength
            && text.Any(char.IsAsciiDigit)
            && text.All(c => char.IsAsciiDigit(c) || c is '-' or '/' or '.');
    }
}
