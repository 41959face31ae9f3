using System.Globalization;
using System.Text.RegularExpressions;
using GroundedDocs.Documents.Values;

namespace GroundedDocs.Documents.Schemas;

/// <summary>What a schema demands of a scalar beyond its type; null stands for no demand.</summary>
/// <param name="Pattern">A regular expression that a text must contain a match of.</param>
/// <param name="MinLength">The least number of characters of a text.</param>
/// <param name="MaxLength">The greatest number of characters of a text.</param>
/// <param name="Minimum">The least number.</param>
/// <param name="Maximum">The greatest number.</param>
public sealed record ScalarConstraints(string? Pattern, int? MinLength, int? MaxLength, decimal? Minimum, decimal? Maximum)
{
    /// <summary>A pattern comes from the caller: one that runs away is given up, and demands nothing.</summary>
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>No demands.</summary>
    public static ScalarConstraints None { get; } = new(null, null, null, null, null);

    /// <summary>What a value that is not null violates, in words that hold no value of a document; null when it satisfies everything.</summary>
    public string? Violation(ScalarValue value)
    {
        if (
            value.Kind == ScalarKind.Number
            && decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            return number < Minimum ? string.Create(CultureInfo.InvariantCulture, $"less than {Minimum}")
                : number > Maximum ? string.Create(CultureInfo.InvariantCulture, $"greater than {Maximum}")
                : null;
        }

        return value.Kind != ScalarKind.Text ? null
            : value.Text.Length < MinLength ? $"shorter than {MinLength} characters"
            : value.Text.Length > MaxLength ? $"longer than {MaxLength} characters"
            : Matches(value.Text) ? null
            : "not of the schema's pattern";
    }

    /// <summary>The demands in words, for a reader of the schema; empty when there are none.</summary>
    public string Describe() =>
        string.Join(
            ' ',
            new[]
            {
                Pattern is null ? "" : $"Pattern: {Pattern}",
                MinLength is null ? "" : $"At least {MinLength} characters.",
                MaxLength is null ? "" : $"At most {MaxLength} characters.",
                Minimum is null ? "" : string.Create(CultureInfo.InvariantCulture, $"At least {Minimum}."),
                Maximum is null ? "" : string.Create(CultureInfo.InvariantCulture, $"At most {Maximum}."),
            }.Where(part => part.Length > 0)
        );

    private bool Matches(string text)
    {
        try
        {
            return Pattern is null || Regex.IsMatch(text, Pattern, RegexOptions.None, PatternTimeout);
        }
        catch (Exception unusable) when (unusable is RegexMatchTimeoutException or ArgumentException)
        {
            return true;
        }
    }
}
