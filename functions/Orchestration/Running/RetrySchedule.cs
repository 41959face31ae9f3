using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Running;

/// <summary>How long a failed step waits, and how often it is tried.</summary>
internal sealed class RetrySchedule(Limits limits, IRandomness randomness)
{
    /// <summary>Longest exponent: beyond it every delay is the longest one anyway.</summary>
    private const int MaxDoublings = 30;

    /// <summary>How many attempts of a step may fail.</summary>
    public int AttemptsOf(StepKind kind) => kind == StepKind.Notify ? limits.WebhookAttempts : limits.StepAttempts;

    /// <summary>
    /// The delay before the attempt that follows <paramref name="failures"/> failed ones: exponential, with the upper half left
    /// to chance so that attempts that failed together do not come back together; never shorter than the other side asked for.
    /// </summary>
    public TimeSpan DelayAfter(StepKind kind, int failures, Failure failure)
    {
        var (first, longest) =
            kind == StepKind.Notify ? (limits.FirstWebhookDelay, limits.LongestWebhookDelay) : (limits.FirstDelay, limits.LongestDelay);
        var doubled = first * Math.Pow(2, Math.Clamp(failures - 1, 0, MaxDoublings));
        var delay = Shorter(doubled, longest) * (0.5 + (randomness.NextShare() / 2));
        return failure.RetryAfter is { } asked && asked > delay ? Shorter(asked, limits.LongestWebhookDelay) : delay;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
