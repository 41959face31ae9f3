namespace GroundedDocs.Documents.Text;

/// <summary>A number or an amount of money found in a text, with the reading it has under either decimal sign.</summary>
/// <param name="Start">Index of the first UTF-16 character, a currency before the digits included.</param>
/// <param name="Length">How many UTF-16 characters it has, a currency or percent sign after the digits included.</param>
/// <param name="DigitsStart">Index of the first character of the number alone: its minus, parenthesis or first digit.</param>
/// <param name="DigitsLength">How many characters the number alone has.</param>
/// <param name="WithPoint">The number if the point is the decimal sign; null when it is no number then.</param>
/// <param name="WithComma">The number if the comma is the decimal sign; null when it is no number then. At least one of the two is given.</param>
/// <param name="Currency">ISO 4217 code of the currency printed beside it, or null.</param>
/// <param name="IsPercent">Whether a percent sign follows.</param>
public readonly record struct NumberMention(
    int Start,
    int Length,
    int DigitsStart,
    int DigitsLength,
    decimal? WithPoint,
    decimal? WithComma,
    string? Currency,
    bool IsPercent
)
{
    /// <summary>Whether the two decimal signs give different numbers.</summary>
    public bool IsAmbiguous => WithPoint is { } point && WithComma is { } comma && point != comma;

    /// <summary>The number under a decimal sign; the only possible one where the other is none; the point when nothing is known.</summary>
    public decimal In(DecimalSign sign) => (sign == DecimalSign.Comma ? WithComma ?? WithPoint : WithPoint ?? WithComma)!.Value;

    /// <summary>Whether the number can be read as <paramref name="number"/> under some decimal sign.</summary>
    public bool CanBe(decimal number) => WithPoint == number || WithComma == number;
}
