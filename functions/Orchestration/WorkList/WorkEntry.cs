using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.WorkList;

/// <summary>A document in the work list.</summary>
/// <param name="Id">The submission's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DocumentName">The name its sender gave it.</param>
/// <param name="CreatedAt">When it was submitted.</param>
/// <param name="Run">The run that works or worked for it.</param>
public sealed record WorkEntry(string Id, WorkState State, string DocumentName, DateTimeOffset CreatedAt, RunKey Run)
{
    /// <summary>What the run does; a document that is only recognised has nothing to review and is no work for people.</summary>
    public RunTask Task { get; init; }

    /// <summary>Its domain, once it is known.</summary>
    public string? Domain { get; init; }

    /// <summary>Pages worked on, once they are known.</summary>
    public int PageCount { get; init; }

    /// <summary>Its result in numbers; null while there is none.</summary>
    public WorkSummary? Summary { get; init; }

    /// <summary>Why it failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The version that was read; null for an entry not yet stored.</summary>
    public string? ETag { get; init; }
}
