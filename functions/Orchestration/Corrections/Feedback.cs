namespace GroundedDocs.Orchestration.Corrections;

/// <summary>What somebody said about a whole prediction.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
public sealed record Feedback(string Id, DateTimeOffset At, string By)
{
    /// <summary>The response as it should have been, as JSON; null when only words were sent.</summary>
    public string? ResponseJson { get; init; }

    /// <summary>Words about it.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether it was flagged for a person to look at.</summary>
    public bool IsFlagged { get; init; }
}
