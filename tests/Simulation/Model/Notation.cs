using System.Text;
using System.Text.RegularExpressions;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>Changes of a printed text as models make them.</summary>
internal static partial class Notation
{
    private static readonly (char From, char To)[] Lookalikes =
    [
        ('0', 'O'),
        ('1', 'l'),
        ('5', 'S'),
        ('8', 'B'),
        ('m', 'n'),
        ('e', 'c'),
        ('a', 'o'),
        ('6', '8'),
        ('3', '8'),
    ];

    /// <summary>The same content in another notation: ISO dates, amounts without currency and grouping, other case, spaces or punctuation.</summary>
    public static string Other(string text, Random random)
    {
        if (PrintedDate().Match(text) is { Success: true } date)
        {
            var year = date.Groups["year"].Value;
            var (month, day) = text.Contains('/', StringComparison.Ordinal) ? ("first", "second") : ("second", "first");
            return $"{(year.Length == 2 ? "20" : "")}{year}-{date.Groups[month].Value.PadLeft(2, '0')}-{date.Groups[day].Value.PadLeft(2, '0')}";
        }

        if (PrintedAmount().IsMatch(text))
        {
            return string.Concat(text.Where(c => char.IsDigit(c) || c == '.'));
        }

        // Signs between the digits of an identifier or of a list of numbers are part of the value; without them it is another one.
        if (text.Any(char.IsDigit))
        {
            return random.Next(2) == 0 && text.Any(char.IsLower)
                ? text.ToUpperInvariant()
                : text.Replace(" ", "", StringComparison.Ordinal);
        }

        return random.Next(2) == 0 && text.Any(char.IsLower) ? text.ToUpperInvariant()
            : text.Any(char.IsPunctuation) ? string.Concat(text.Where(c => !char.IsPunctuation(c)))
            : text.Replace(" ", ", ", StringComparison.Ordinal);
    }

    /// <summary>One or two characters read wrongly.</summary>
    public static string Slip(string text, Random random)
    {
        var slipped = new StringBuilder(text);
        for (var slips = random.Next(1, 3); slips > 0 && slipped.Length > 0; slips--)
        {
            var at = random.Next(slipped.Length);
            var lookalike = Array.Find(Lookalikes, pair => pair.From == slipped[at]);
            slipped[at] =
                lookalike != default ? lookalike.To
                : char.IsDigit(slipped[at]) ? (char)('0' + ((slipped[at] - '0' + random.Next(1, 10)) % 10))
                : (char)('a' + random.Next(26));
        }

        return slipped.ToString();
    }

    /// <summary>A text of the same shape with other letters and digits.</summary>
    public static string Invented(string text, Random random) =>
        string.Concat(
            text.Select(c =>
                char.IsDigit(c) ? (char)('0' + random.Next(10))
                : char.IsUpper(c) ? (char)('A' + random.Next(26))
                : char.IsLower(c) ? (char)('a' + random.Next(26))
                : c
            )
        );

    [GeneratedRegex(@"^(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>\d{4}|\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrintedDate();

    [GeneratedRegex(@"^\p{Sc}?\s?\d{1,3}(,\d{3})*\.\d{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PrintedAmount();
}
