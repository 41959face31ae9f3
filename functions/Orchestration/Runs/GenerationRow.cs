using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;

namespace GroundedDocs.Orchestration.Runs;

/// <summary>One generation of a run.</summary>
/// <param name="Run">Its key.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="ContentKey">Owner, content and pipeline version: runs of the same key may reuse each other's reading.</param>
/// <param name="CreatedAt">When it was started.</param>
public sealed record GenerationRow(RunKey Run, RunStatus Status, string Owner, string ContentKey, DateTimeOffset CreatedAt)
{
    /// <summary>The pages wanted as <c>1,2,7</c>; null for all.</summary>
    public string? Pages { get; init; }

    /// <summary>A generation whose good results of the same steps are copied instead of made again: its reading, and its extraction too when it is of the same run.</summary>
    public RunKey? Inherits { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why it failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What it used up until it ended.</summary>
    public WorkUsage Usage { get; init; }

    /// <summary>What that cost, by the prices that held when it ended; null before.</summary>
    public Cost? Cost { get; init; }

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }

    /// <summary>Whether its messages are still worth delivering.</summary>
    public bool IsLive => Status is RunStatus.Running or RunStatus.Completed or RunStatus.Failed;
}
