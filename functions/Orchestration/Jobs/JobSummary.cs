using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Jobs;

/// <summary>A generation of a run as an operator sees it: no document text, no names.</summary>
/// <param name="Run">Its key.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="CreatedAt">When it was started.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record JobSummary(
    RunKey Run,
    RunStatus Status,
    string Owner,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    Failure? Failure
)
{
    /// <summary>What it used up until it ended.</summary>
    public WorkUsage Usage { get; init; }

    /// <summary>What that cost; null before it ended.</summary>
    public Cost? Cost { get; init; }
}
