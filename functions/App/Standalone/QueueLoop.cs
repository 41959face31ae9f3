using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Standalone;

/// <summary>
/// Polls one queue with the Functions host's semantics: lease, renewal while the invocation runs, delivery again after a
/// failure, and the poison queue after too many.
/// </summary>
internal sealed class QueueLoop(
    string queue,
    string function,
    IMessageReceiver receiver,
    IMessageSender sender,
    TriggerClient triggers,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>What the host appends to the name of a queue for its poison.</summary>
    private const string PoisonSuffix = "-poison";

    public async Task RunAsync(CancellationToken stopping)
    {
        var running = new List<Task>();
        var pause = QueueSettings.ShortestPause;
        while (!stopping.IsCancellationRequested)
        {
            running.RemoveAll(task => task.IsCompleted);
            var received = await ReceiveAsync(QueueSettings.Concurrency - running.Count, stopping);
            running.AddRange(received.Select(message => HandleAsync(message, stopping)));
            pause = received.Count > 0 ? QueueSettings.ShortestPause : Longer(pause);
            if (running.Count == QueueSettings.Concurrency)
            {
                await Task.WhenAny(running);
            }
            else if (received.Count == 0)
            {
                await Task.WhenAny([.. running, Task.Delay(pause, time, stopping)]);
                pause = running.Exists(task => task.IsCompleted) ? QueueSettings.ShortestPause : pause;
            }
        }

        await Task.WhenAll(running);
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < QueueSettings.LongestPause ? pause * 2 : QueueSettings.LongestPause;

    private async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int count, CancellationToken stopping)
    {
        try
        {
            return await receiver.ReceiveAsync(queue, count, QueueSettings.Lease, stopping);
        }
        catch (StorageUnavailableException error)
        {
            StandaloneLog.StorageUnavailable(logger, error, queue);
            return [];
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task HandleAsync(ReceivedMessage message, CancellationToken stopping)
    {
        try
        {
            await using var lease = new MessageLease(receiver, queue, message, time);
            var isDone =
                message.DequeueCount <= QueueSettings.MaxDequeueCount && await triggers.SendMessageAsync(function, message, stopping);
            var held = await lease.EndAsync();
            await (isDone ? receiver.DeleteAsync(queue, held, stopping) : PutBackAsync(held, stopping));
        }
        catch (Exception error)
        {
            // The lease runs out and the message comes back: that is what it is for.
            StandaloneLog.MessageLeft(logger, queue, error.GetType().Name);
        }
    }

    private async Task PutBackAsync(ReceivedMessage message, CancellationToken stopping)
    {
        if (message.DequeueCount < QueueSettings.MaxDequeueCount || queue.EndsWith(PoisonSuffix, StringComparison.Ordinal))
        {
            await receiver.RenewAsync(queue, message, QueueSettings.RetryDelay, stopping);
            return;
        }

        await sender.SendAsync(queue + PoisonSuffix, message.Body, TimeSpan.Zero, stopping);
        await receiver.DeleteAsync(queue, message, stopping);
    }
}
