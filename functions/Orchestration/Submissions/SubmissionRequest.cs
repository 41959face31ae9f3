using GroundedDocs.Orchestration.Runs;

namespace GroundedDocs.Orchestration.Submissions;

/// <summary>What somebody hands in.</summary>
/// <param name="Owner">Whose document it is; another owner's runs are never joined.</param>
/// <param name="LocalPath">Where the document's bytes lie on this machine.</param>
/// <param name="Run">What to do with it.</param>
public sealed record SubmissionRequest(string Owner, string LocalPath, RunRequest Run)
{
    /// <summary>The submission's id where the same event may come twice; null for a new one.</summary>
    public string? Id { get; init; }

    /// <summary>The name of the result in the results container, without extension; null for no file.</summary>
    public string? ResultName { get; init; }

    /// <summary>Where to send the prediction; null for nowhere.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>When it was handed in, by the clock of whoever dates it; null for now, by ours.</summary>
    public DateTimeOffset? HandedInAt { get; init; }

    /// <summary>Whether to work again even if the same was done before.</summary>
    public bool Force { get; init; }
}
