namespace GroundedDocs.Orchestration.Running;

/// <summary>What became of a message. Every one of these deletes it.</summary>
public enum StepDisposition
{
    /// <summary>The step was done.</summary>
    Done,

    /// <summary>The step had been done before; only the look for what comes next was repeated.</summary>
    Repeated,

    /// <summary>The step failed and its next attempt is on the way.</summary>
    Retried,

    /// <summary>The step failed for good.</summary>
    GivenUp,

    /// <summary>Somebody else has the step in hand, or every place for it is taken; the message comes back later.</summary>
    Postponed,

    /// <summary>The message belongs to nothing that is worked on: not ours, purged, cancelled, or of an older generation or epoch.</summary>
    Dropped,
}
