namespace GroundedDocs.Orchestration.Deciding;

/// <summary>What the decision needs to know of a step that exists once.</summary>
internal enum StepProgress
{
    /// <summary>Nobody has it in hand: its message has yet to be sent.</summary>
    Missing,

    /// <summary>Its message is on the way, or somebody works on it.</summary>
    InHand,

    /// <summary>Its result is written.</summary>
    Done,

    /// <summary>It was given up.</summary>
    Failed,
}
