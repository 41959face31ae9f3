using System.Text.RegularExpressions;

namespace GroundedDocs.Pipeline.Extraction.Prose;

/// <summary>Sentences by which agreements state their date, law, length and parties.</summary>
internal static partial class ContractPatterns
{
    private const int TimeoutMilliseconds = ExtractionLimits.PatternTimeoutMilliseconds;

    [GeneratedRegex(
        @"\b(?:effective\s+(?:as\s+of|date|on)|dated(?:\s+as\s+of)?|entered\s+into|made(?:\s+and\s+entered\s+into)?|as\s+of)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex DateCue();

    [GeneratedRegex(
        @"\blaws?\s+(?:and\s+\w+\s+)?of\s+(?:the\s+)?(?:(?:State|Commonwealth|Province|Republic|Kingdom)\s+of\s+)?(?:the\s+)?(?<place>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2})",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex Law();

    [GeneratedRegex(
        @"\b(?:govern|constru|accordance|interpret|subject\s+to)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex LawCue();

    [GeneratedRegex(
        @"\b(?<print>(?:(?<word>[a-z]+(?:-[a-z]+)?)\s+)?\(?(?<digits>\d{1,3})?\)?\s*-?\s*(?<unit>year|month|week|day)s?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex Length();

    [GeneratedRegex(
        @"\b(?:term\s+of|period\s+of|terminate|expire|remain\s+in|continue|survive|in\s+effect|obligations)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex LengthCue();

    [GeneratedRegex(
        @"\b(?:by\s+and\s+)?(?:between|among|amongst)\b(?:\s*:)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex PartiesCue();

    [GeneratedRegex(
        @"\b(?:WHEREAS|WITNESSETH|RECITALS?|BACKGROUND|NOW,?\s+THEREFORE|The\s+parties|hereby\s+agree)\b",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex PartiesEnd();

    [GeneratedRegex(
        @"\p{Lu}[\p{L}\d&.'’-]*(?:(?:,?\s+(?=(?:Inc|LLC|L\.L\.C|Ltd|LP|L\.P|Corp|Co|LLP|N\.V|B\.V|S\.A|GmbH|AG|PLC|INC|LTD|CORP)\b)|\s+(?:of\s+(?:the\s+)?|and\s+(?=\p{Lu}\p{L}+\s+(?:Inc|LLC|Ltd|Corp|Co))|&\s+|the\s+|for\s+)?)\p{Lu}[\p{L}\d&.'’-]*){0,8}",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex Name();

    [GeneratedRegex(
        @"^,?\s*(?:\(\s*[“""]|an?\s+\p{Lu}?\p{Ll}+\s+(?:corporation|company|limited|individual|resident))",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    public static partial Regex Introduced();
}
