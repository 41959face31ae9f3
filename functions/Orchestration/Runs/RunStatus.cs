namespace GroundedDocs.Orchestration.Runs;

/// <summary>How far a generation of a run is.</summary>
public enum RunStatus
{
    /// <summary>Steps are on their way.</summary>
    Running,

    /// <summary>The result is published.</summary>
    Completed,

    /// <summary>The failure is published.</summary>
    Failed,

    /// <summary>Somebody cancelled it; its messages are dropped.</summary>
    Cancelled,

    /// <summary>A newer generation took its place; its messages are dropped.</summary>
    Superseded,
}
