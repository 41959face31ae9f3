namespace GroundedDocs.Orchestration.Deciding;

/// <summary>
/// What is known of a run's progress. After a step only as much is looked up as that step can have changed; the sweep looks
/// everything up.
/// </summary>
internal sealed record RunHistory
{
    /// <summary>Opening the file.</summary>
    public StepProgress Split { get; init; } = StepProgress.Done;

    /// <summary>Reading the pages.</summary>
    public FanInProgress Reads { get; init; } = FanInProgress.Settled;

    /// <summary>Planning the extraction.</summary>
    public StepProgress Plan { get; init; } = StepProgress.Done;

    /// <summary>Extracting the windows.</summary>
    public FanInProgress Extracts { get; init; } = FanInProgress.Settled;

    /// <summary>Grounding the document.</summary>
    public StepProgress Ground { get; init; } = StepProgress.Done;

    /// <summary>Publishing the result.</summary>
    public StepProgress Publish { get; init; } = StepProgress.Missing;

    /// <summary>Submissions whose webhook nobody has in hand; only asked once published.</summary>
    public IReadOnlyList<string> Notifications { get; init; } = [];

    /// <summary>When one of the run's steps was last taken up or ended, as far as somebody looked; null when none was.</summary>
    public DateTimeOffset? MovedAt { get; init; }
}
