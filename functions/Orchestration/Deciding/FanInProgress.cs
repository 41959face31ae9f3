namespace GroundedDocs.Orchestration.Deciding;

/// <summary>What the decision needs to know of a step that exists once a page or once a window.</summary>
/// <param name="IsSettled">Whether every one of them is done or given up.</param>
/// <param name="Missing">Those that nobody has in hand, as far as somebody looked.</param>
internal sealed record FanInProgress(bool IsSettled, IReadOnlyList<int> Missing)
{
    /// <summary>Some are open, all of them in hand.</summary>
    public static FanInProgress Open { get; } = new(false, []);

    /// <summary>All are done or given up.</summary>
    public static FanInProgress Settled { get; } = new(true, []);
}
