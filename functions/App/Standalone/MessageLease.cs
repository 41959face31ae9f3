using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.App.Standalone;

/// <summary>Keeps a message leased while its invocation runs.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly IMessageReceiver receiver;
    private readonly string queue;
    private readonly ITimer renewal;
    private ReceivedMessage held;
    private Task inFlight = Task.CompletedTask;
    private volatile bool isOver;

    public MessageLease(IMessageReceiver receiver, string queue, ReceivedMessage message, TimeProvider time)
    {
        this.receiver = receiver;
        this.queue = queue;
        held = message;
        renewal = time.CreateTimer(_ => Renew(), null, QueueSettings.RenewEvery, QueueSettings.RenewEvery);
    }

    /// <summary>Stops renewing.</summary>
    /// <returns>The message with the receipt of the last renewal.</returns>
    public async Task<ReceivedMessage> EndAsync()
    {
        isOver = true;
        await renewal.DisposeAsync();
        await inFlight;
        return held;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private void Renew()
    {
        if (!isOver && inFlight.IsCompleted)
        {
            inFlight = RenewAsync();
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            if (await receiver.RenewAsync(queue, held, QueueSettings.Lease, CancellationToken.None) is { } renewed)
            {
                held = renewed;
            }
            else
            {
                isOver = true;
            }
        }
        catch (StorageUnavailableException)
        {
            // The next renewal may succeed; if none does, the message is delivered again.
        }
    }
}
