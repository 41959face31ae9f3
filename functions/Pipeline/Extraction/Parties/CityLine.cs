using System.Text.RegularExpressions;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>The line of an address that names postal code and city.</summary>
/// <param name="Whole">From the first to the last word of the line's address part.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="City">The city.</param>
/// <param name="State">The state, where one is printed.</param>
/// <param name="CountryCode">A country code before the postal code, where one is printed.</param>
/// <param name="Before">What stands before it on the same line: street and name of a one-line address; null when nothing does.</param>
/// <param name="After">What stands behind it on the same line, a country perhaps; null when nothing does.</param>
internal sealed partial record CityLine(Run Whole, Run PostalCode, Run City, Run? State, Run? CountryCode, Run? Before, Run? After)
{
    private const int TimeoutMilliseconds = ExtractionLimits.PatternTimeoutMilliseconds;

    /// <summary>Reads a line; null when it names no postal code beside a city.</summary>
    public static CityLine? Read(Run line)
    {
        if (line.Text.Length > 200)
        {
            return null;
        }

        var match = UnitedStates().Match(line.Text);
        match = match.Success ? match : Dutch().Match(line.Text);
        match = match.Success ? match : British().Match(line.Text);
        match = match.Success ? match : Continental().Match(line.Text);
        // "2258 Quarry Street" has the shape of a postal code and a city.
        if (!match.Success || OrganisationWords.IsStreet(match.Groups["city"].Value))
        {
            return null;
        }

        var before = line.Text[..match.Index].Trim(' ', ',', '-', '|', '•', '·', '●', '∙');
        var rest = match.Index + match.Length;
        return new CityLine(
            line.Slice(match.Index, match.Length),
            Part(line, match.Groups["zip"])!,
            Part(line, match.Groups["city"])!,
            Part(line, match.Groups["state"]),
            Part(line, match.Groups["cc"]),
            before.Length > 2 ? line.Slice(0, match.Index) : null,
            line.Text[rest..].Any(char.IsLetter) ? line.Slice(rest + 1, line.Text.Length - rest - 1) : null
        );
    }

    private static Run? Part(Run line, Group group) => group.Success && group.Length > 0 ? line.Slice(group.Index, group.Length) : null;

    // Springfield, IL 62704-1234
    [GeneratedRegex(
        @"(?<city>\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}),?\s+(?<state>[A-Z]{2})\.?,?\s+(?<zip>\d{5}(?:-\d{4})?)(?!\d)",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex UnitedStates();

    // 1017 AB Amsterdam
    [GeneratedRegex(
        @"(?<![\d\p{L}])(?:(?<cc>NL)[-\s])?(?<zip>\d{4}\s?[A-Z]{2})\s+(?<city>\p{Lu}[\p{L}'’-]*(?:\s[\p{L}'’-]+){0,3})",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex Dutch();

    // London SW1A 1AA
    [GeneratedRegex(
        @"(?<city>\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}),?\s+(?<zip>[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})(?![\p{L}\d])",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex British();

    // D-80333 München, 75002 Paris, 50450 KUALA LUMPUR
    [GeneratedRegex(
        @"(?<![\d\p{L}.,/#-])(?:(?<cc>[A-Z]{1,3})[-\s]\s?)?(?<zip>\d{4,5})[,\s]\s?(?<city>\p{Lu}[\p{L}.'’-]+(?:[\s/](?:\p{Lu}[\p{L}.'’-]*|am|an|der|dem|de|la|le|les|sur|en|im|in|bei|di|del|da|den|\([\p{L}]+\))){0,4})",
        RegexOptions.CultureInvariant,
        TimeoutMilliseconds
    )]
    private static partial Regex Continental();
}
