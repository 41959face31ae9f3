using GroundedDocs.Orchestration.Messages;

namespace GroundedDocs.Orchestration.Running;

/// <summary>
/// Bounds how many webhooks one process calls at once. A receiver that hangs holds its call for as long as we are patient; without a
/// bound, a few of them would hold every place in which steps of other jobs could run.
/// </summary>
internal sealed class WebhookSlots(StepSender sender, Limits limits)
{
    /// <summary>Longest exponent of the pause: 64 times the shortest delay.</summary>
    private const int MaxDoublings = 6;

    private int taken;

    /// <summary>Runs the message when a place is free; otherwise it comes back later, and later each time.</summary>
    public async Task<StepDisposition> RunAsync(
        StepMessage message,
        Func<StepMessage, CancellationToken, Task<StepDisposition>> run,
        CancellationToken cancellationToken
    )
    {
        if (Interlocked.Increment(ref taken) > limits.WebhooksAtOnce)
        {
            Interlocked.Decrement(ref taken);
            var pause = limits.ShortestDelay * Math.Pow(2, Math.Clamp(message.Attempt - 1, 0, MaxDoublings));
            await sender.SendAsync(message with { Attempt = message.Attempt + 1 }, pause, cancellationToken);
            return StepDisposition.Postponed;
        }

        try
        {
            return await run(message, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref taken);
        }
    }
}
