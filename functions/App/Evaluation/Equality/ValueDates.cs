using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GroundedDocs.App.Evaluation.Equality;

/// <summary>Reads a value as every date that it could mean: which of two numbers is the month is not guessed.</summary>
internal static partial class ValueDates
{
    private const int FirstYearOfLastCentury = 70;

    private static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal)
    {
        ["jan"] = 1,
        ["feb"] = 2,
        ["mar"] = 3,
        ["apr"] = 4,
        ["may"] = 5,
        ["jun"] = 6,
        ["jul"] = 7,
        ["aug"] = 8,
        ["sep"] = 9,
        ["oct"] = 10,
        ["nov"] = 11,
        ["dec"] = 12,
        ["mrz"] = 3,
        ["mär"] = 3,
        ["mai"] = 5,
        ["okt"] = 10,
        ["dez"] = 12,
        ["avr"] = 4,
        ["juin"] = 6,
        ["juil"] = 7,
        ["aou"] = 8,
        ["aoû"] = 8,
        ["fév"] = 2,
        ["fev"] = 2,
        ["déc"] = 12,
    };

    /// <summary>All readings; empty when the value is no date.</summary>
    public static HashSet<(int Year, int Month, int Day)> Read(JsonElement value)
    {
        var text = Compatibility.Plain(ValueText.Written(value)).ToLowerInvariant();
        var readings = new HashSet<(int Year, int Month, int Day)>();
        foreach (var groups in YearFirst().Matches(text).Select(match => match.Groups))
        {
            readings.Add((Int(groups["year"]), Int(groups["month"]), Int(groups["day"])));
        }

        foreach (var groups in YearLast().Matches(text).Select(match => match.Groups))
        {
            var (first, second, year) = (Int(groups["first"]), Int(groups["second"]), groups["year"]);
            var full = FullYear(year, Int(year) >= FirstYearOfLastCentury ? 1900 : 2000);
            readings.Add((full, second, first));
            readings.Add((full, first, second));
        }

        foreach (var groups in DayMonthName().Matches(text).Select(match => match.Groups))
        {
            var name = groups["month"].Value;
            Add(readings, FullYear(groups["year"], 2000), Month(name, 4) ?? Month(name, 3), groups["day"]);
        }

        foreach (var groups in MonthNameDay().Matches(text).Select(match => match.Groups))
        {
            Add(readings, Int(groups["year"]), Month(groups["month"].Value, 3), groups["day"]);
        }

        readings.RemoveWhere(date => date.Month is < 1 or > 12 || date.Day is < 1 or > 31);
        return readings;
    }

    private static void Add(HashSet<(int Year, int Month, int Day)> readings, int year, int? month, Group day)
    {
        if (month is { } known)
        {
            readings.Add((year, known, Int(day)));
        }
    }

    private static int? Month(string name, int letters) =>
        Months.TryGetValue(name[..Math.Min(letters, name.Length)], out var month) ? month : null;

    private static int FullYear(Group year, int century) => Int(year) + (year.Length == 2 ? century : 0);

    private static int Int(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "(?<year>[0-9]{4})[-/. ](?<month>[0-9]{1,2})[-/. ](?<day>[0-9]{1,2})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        "(?<![0-9])(?<first>[0-9]{1,2})[-/. ]+(?<second>[0-9]{1,2})[-/. ]+(?<year>[0-9]{4}|[0-9]{2})(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex YearLast();

    [GeneratedRegex(
        "(?<day>[0-9]{1,2})(st|nd|rd|th)?[-/., ]*(?<month>[a-zäéû]{3,9})\\.?[-/., ']*(?<year>[0-9]{4}|[0-9]{2})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DayMonthName();

    [GeneratedRegex(
        "(?<month>[a-zäéû]{3,9})\\.?[-/., ]*(?<day>[0-9]{1,2})(st|nd|rd|th)?[-/., ]+(?<year>[0-9]{4})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MonthNameDay();
}
