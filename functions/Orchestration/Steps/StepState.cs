namespace GroundedDocs.Orchestration.Steps;

/// <summary>How far a step is.</summary>
public enum StepState
{
    /// <summary>Nobody works on it; its next attempt is on the way.</summary>
    Waiting,

    /// <summary>Somebody works on it, until the claim expires.</summary>
    Claimed,

    /// <summary>Its result is written.</summary>
    Done,

    /// <summary>It was given up.</summary>
    Failed,
}
