using GroundedDocs.Documents;
using GroundedDocs.Documents.Metering;

namespace GroundedDocs.Orchestration.Steps;

/// <summary>A step's history: one row, changed only under its ETag.</summary>
/// <param name="Key">Which step.</param>
/// <param name="State">How far it is. <see cref="StepState.Done"/> and <see cref="StepState.Failed"/> are final.</param>
public sealed record StepRow(StepKey Key, StepState State)
{
    /// <summary>Attempts that ended in an expected failure.</summary>
    public int Failures { get; init; }

    /// <summary>Times the step was started.</summary>
    public int Starts { get; init; }

    /// <summary>Starts that ended in a crash: the worker died, or an exception escaped.</summary>
    public int Crashes { get; init; }

    /// <summary>Times its poisoned message was put back.</summary>
    public int PutBacks { get; init; }

    /// <summary>Raised by each revival; messages of an older epoch are dropped.</summary>
    public int Epoch { get; init; }

    /// <summary>When a claim expires, or when a waiting step may start.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the row was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many parts a done step promised: pages of the document, windows of the plan.</summary>
    public int Count { get; init; }

    /// <summary>Why the last attempt failed, or why the step was given up.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What the step used up so far, over all its attempts; without what followed the writing of the row.</summary>
    public WorkUsage Usage { get; init; }

    /// <summary>The version that was read; null for a row not yet stored.</summary>
    public string? ETag { get; init; }

    /// <summary>Whether nothing will change any more.</summary>
    public bool IsFinal => State is StepState.Done or StepState.Failed;

    /// <summary>Whether somebody has it in hand: works on it, or has sent its next attempt for a later moment.</summary>
    public bool IsInHand(DateTimeOffset now) => State is StepState.Claimed or StepState.Waiting && Until > now;
}
