namespace GroundedDocs.Orchestration.Ports;

/// <summary>Puts messages into queues. Messages never expire.</summary>
public interface IMessageSender
{
    /// <summary>Sends a message that becomes visible after a delay. When it returns, the message will be delivered at least once.</summary>
    Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken);
}
