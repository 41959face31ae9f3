using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Grounding.Candidates;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>
/// What a value looks like. Dates, identifiers with check digits and addresses of mail are seldom taken wrong; running
/// text is cut off too early or too late easily.
/// </summary>
/// <param name="IsDate">A date.</param>
/// <param name="IsNumber">A number or an amount.</param>
/// <param name="IsCode">One word with digits in it that is neither.</param>
/// <param name="IsChecked">Its form proves it: an IBAN with right check digits, a VAT number's form, an address of mail.</param>
/// <param name="Length">Its length, 0..1; 1 from sixty characters on.</param>
/// <param name="Lines">How many lines it is printed on beyond the first, 0..1; 1 from three on.</param>
public readonly record struct ValueShape(bool IsDate, bool IsNumber, bool IsCode, bool IsChecked, double Length, double Lines)
{
    private const double LongText = 60;
    private const double ManyLines = 3;
    private const int MinVatLength = 10;

    internal static ValueShape Of(ValuePattern value, int lineCount) =>
        new(
            value.Date is not null,
            value.Number is not null,
            value.Date is null && value.Number is null && value.PartCount == 1 && value.Squeezed.Any(char.IsDigit),
            IdentifierReader.Iban(value.Text) is not null
                || value.Text.Contains('@', StringComparison.Ordinal)
                || LooksLikeVat(value.Plain),
            Math.Min(1, value.Squeezed.Length / LongText),
            Math.Min(1, (lineCount - 1) / ManyLines)
        );

    // Two letters of a country and at least eight digits or letters, most of them digits.
    private static bool LooksLikeVat(string text) =>
        text.Length is >= MinVatLength and <= 14
        && char.IsAsciiLetterUpper(text[0])
        && char.IsAsciiLetterUpper(text[1])
        && text.Skip(2).All(char.IsAsciiLetterOrDigit)
        && text.Count(char.IsAsciiDigit) >= text.Length - 4;
}
