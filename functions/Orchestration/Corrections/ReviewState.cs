namespace GroundedDocs.Orchestration.Corrections;

/// <summary>How far the review of a submission's prediction is.</summary>
/// <param name="Status">Open or approved.</param>
/// <param name="CorrectionCount">Corrections made so far.</param>
/// <param name="Version">What a change must name as the version it saw; empty while nobody has changed anything.</param>
public sealed record ReviewState(ReviewStatus Status, int CorrectionCount, string Version)
{
    /// <summary>The state of a prediction that nobody has touched.</summary>
    public static ReviewState Untouched { get; } = new(ReviewStatus.Open, 0, "");

    /// <summary>Who changed it last; null while nobody has.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
