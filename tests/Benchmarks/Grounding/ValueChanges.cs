using System.Globalization;
using System.Text;
using GroundedDocs.Documents.Text;

namespace GroundedDocs.Benchmarks.Grounding;

/// <summary>Changes values the way extractors change them.</summary>
internal static class ValueChanges
{
    private const double ErrorRate = 0.05;

    private static readonly string[] Confusions = ["oc", "ce", "ec", "uv", "vu", "nm", "rn", "li", "il", "tf", "ft", "hb", "ao", "gq"];

    /// <summary>Letters and spaces dropped, doubled or taken for others; digits and the signs between them stay.</summary>
    public static string Noisy(string value, Random random)
    {
        // The state of a check box is not read letter by letter.
        if (BooleanReader.Read(value) is not null)
        {
            return value;
        }

        var noisy = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isInNumber =
                char.IsDigit(value[i]) || (i > 0 && i + 1 < value.Length && char.IsDigit(value[i - 1]) && char.IsDigit(value[i + 1]));
            if (isInNumber || random.NextDouble() >= ErrorRate)
            {
                noisy.Append(value[i]);
                continue;
            }

            noisy.Append(
                random.Next(3) switch
                {
                    0 => "",
                    1 => Confused(value[i], random),
                    _ => new string(value[i], 2),
                }
            );
        }

        return noisy.Length == 0 ? value : noisy.ToString();
    }

    /// <summary>The same value in another notation.</summary>
    public static string Reformatted(string value, string fieldName)
    {
        if (DateReader.Read(value) is { IsAmbiguous: false } date)
        {
            return date.In(DateOrder.Unknown).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        if (NumberReader.Read(value) is { } number && value[0] != '0')
        {
            return number.In(DecimalSign.Point).ToString(CultureInfo.InvariantCulture);
        }

        var words = value.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isName =
            fieldName.Contains("name", StringComparison.OrdinalIgnoreCase) && words.Length == 2 && words.All(w => w.All(char.IsLetter));
        return isName ? $"{words[1]}, {words[0]}" : string.Join("  ", words);
    }

    private static string Confused(char c, Random random)
    {
        var pair = Array.Find(Confusions, p => p[0] == char.ToLowerInvariant(c));
        return pair is null ? ((char)('a' + random.Next(26))).ToString() : pair[1].ToString();
    }
}
