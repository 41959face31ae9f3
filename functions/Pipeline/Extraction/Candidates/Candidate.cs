using GroundedDocs.Documents.Predictions;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>A reading that may be a field's value.</summary>
/// <param name="Field">The field.</param>
/// <param name="Reading">What is printed.</param>
/// <param name="Score">How likely it is the value, 0..1; comparable between fields.</param>
/// <param name="Label">The label it was found by, or null.</param>
internal sealed record Candidate(FieldMeaning Field, Reading Reading, double Score, LabelHit? Label)
{
    /// <summary>By what it was found.</summary>
    public SupportSource Source { get; init; } = Label is null ? SupportSource.Shape : SupportSource.Label;

    /// <summary>How well it stands where its label's value is printed, 0..1.</summary>
    public double Closeness { get; init; } = 1;

    /// <summary>1 where sums confirm it, 0 where they contradict it, else 0.5.</summary>
    public double Arithmetic { get; init; } = 0.5;

    /// <summary>Page, row and column in reading order, for fields that share one label.</summary>
    public (int Page, double Top, double Left) Place =>
        (Reading.Run.PageNumber, Label?.Box.Top ?? Reading.Run.Box.Top, Label?.Box.Left ?? Reading.Run.Box.Left);
}
