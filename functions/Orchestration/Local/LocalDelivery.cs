using GroundedDocs.Orchestration.Messages;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Local;

/// <summary>
/// Delivers step messages inside this process: each runs as soon as its delay is over and a worker is free. It ends when no
/// message is left, or with the exception of the first that could not be handled.
/// </summary>
internal sealed class LocalDelivery(SemaphoreSlim workers, TimeProvider time, CancellationToken cancellationToken) : IMessageSender
{
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int pending;

    /// <summary>What to do with a message.</summary>
    public Func<StepMessage, CancellationToken, Task>? Handler { get; set; }

    /// <summary>Completes when every message is handled.</summary>
    public Task Finished => finished.Task;

    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken sendToken)
    {
        Interlocked.Increment(ref pending);
        var message = StepMessageFormat.TryRead(body) ?? throw new InvalidOperationException("A step message cannot be read back.");
        _ = Task.Run(() => DeliverAsync(message, delay), CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task DeliverAsync(StepMessage message, TimeSpan delay)
    {
        try
        {
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, time, cancellationToken);
            }

            await workers.WaitAsync(cancellationToken);
            try
            {
                await Handler!(message, cancellationToken);
            }
            finally
            {
                workers.Release();
            }

            if (Interlocked.Decrement(ref pending) == 0)
            {
                finished.TrySetResult();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            finished.TrySetCanceled(cancellationToken);
        }
        catch (Exception bug)
        {
            // Nobody awaits this task; whoever waits for the end must hear of the bug.
            finished.TrySetException(bug);
        }
    }
}
