using GroundedDocs.Documents.Results;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>A result in a few numbers. Fields that are null are not counted: nobody can check them by a box.</summary>
/// <param name="High">Fields in the band <c>hi</c>.</param>
/// <param name="Medium">Fields in the band <c>med</c>.</param>
/// <param name="Low">Fields in the band <c>low</c>.</param>
/// <param name="LowestScore">Score 0..1 of the least sure field; null without fields.</param>
/// <param name="Cost">What the work cost, in the currency of the prices.</param>
public sealed record WorkSummary(int High, int Medium, int Low, double? LowestScore, double Cost)
{
    /// <summary>The band of the least sure field; null without fields.</summary>
    public ConfidenceBand? LowestBand =>
        Low > 0 ? ConfidenceBand.Low
        : Medium > 0 ? ConfidenceBand.Medium
        : High > 0 ? ConfidenceBand.High
        : null;
}
