using GroundedDocs.Orchestration.Steps;
using GroundedDocs.Orchestration.Submissions;

namespace GroundedDocs.Orchestration.Jobs;

/// <summary>A job with its history.</summary>
/// <param name="Summary">What the list says of it; usage and cost are those of all its steps so far, publishing and webhooks included.</param>
/// <param name="Steps">Its steps so far, in order.</param>
/// <param name="Submissions">Whom it serves.</param>
public sealed record JobDetail(JobSummary Summary, IReadOnlyList<StepRow> Steps, IReadOnlyList<Submission> Submissions)
{
    /// <summary>Attempts whose process ended before they could say what they used up.</summary>
    public int LostAttempts { get; init; }
}
