using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Values;

/// <summary>A value as it was read from print.</summary>
/// <param name="Run">The tokens that print it.</param>
/// <param name="Printed">The text exactly as printed.</param>
/// <param name="Fit">How well it fits the kind that was asked for, 0..1.</param>
internal sealed record Reading(Run Run, string Printed, double Fit)
{
    /// <summary>The value in words of its own, where the print says the same in another way: "2 years" for "two (2) years".</summary>
    public string? Value { get; init; }

    /// <summary>Whether the print's mere presence says yes, as a lone "DONOR" on a license does.</summary>
    public bool IsPresence { get; init; }

    /// <summary>Reads the characters from <paramref name="start"/> on as they are printed.</summary>
    public static Reading Of(Run run, int start, int length, double fit) =>
        new(run.Slice(start, length), run.Text.Substring(start, length), fit);
}
