using System.Text.RegularExpressions;

namespace GroundedDocs.Pipeline.Extraction.Values;

/// <summary>Shapes of values that have no reader of their own among the nouns.</summary>
internal static partial class KindPatterns
{
    /// <summary>Longest text that patterns are tried on, in characters; longer runs are prose.</summary>
    public const int MaxLength = 2_000;

    private const int TimeoutMilliseconds = ExtractionLimits.PatternTimeoutMilliseconds;

    [GeneratedRegex(@"[\w.+%-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex Email();

    [GeneratedRegex(
        @"(?:https?://|www\.)[^\s,;]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|fr|uk|nl|it|es|eu|io|my|us|info|biz)\b(?:/\S*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex Url();

    [GeneratedRegex(
        @"(?:\(?\+\d{1,3}\)?[\s./-]*)?(?:\(\d{1,5}\)[\s./-]*)?\d[\d\s./()-]{5,18}\d",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex Phone();

    [GeneratedRegex(
        @"\b(?:AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK)[\s-]?[A-Z\d](?:[\s.-]?[\dA-Z]){7,12}\b",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex VatId();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,3})?\b", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex Iban();

    [GeneratedRegex(
        @"\b\d+(?:['’-]+\s?\d{1,2}""?|[.,]\d+|)\s?(?:lbs?|kg|cm|m|ft|in|kWh|m3|m³|l|gal)?\b""?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex Measure();

    [GeneratedRegex(
        @"\b(?:VISA|MASTERCARD|MASTER CARD|MASTER|AMEX|AMERICAN EXPRESS|MAESTRO|DISCOVER|DINERS|JCB|GIROCARD|EC-KARTE|V PAY)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex CardType();

    [GeneratedRegex(@"(?<=[*xX•.#\s-]|^)\d{4}(?!\d)", RegexOptions.CultureInvariant, TimeoutMilliseconds)]
    public static partial Regex CardEnd();

    [GeneratedRegex(
        @"\b(?:credit card|debit card|card|cash|bank transfer|visa|mastercard|amex|paypal|check|cheque|girocard|ec-karte|karte|bar|carte bancaire|espèces|tarjeta|efectivo|contanti|carta|contant|pin)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex PaymentType();
}
