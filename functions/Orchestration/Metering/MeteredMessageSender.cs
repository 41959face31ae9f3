using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Metering;

/// <summary>Counts messages: each is sent, received and deleted.</summary>
internal sealed class MeteredMessageSender(IMessageSender sender) : IMessageSender
{
    private const int OperationsAMessage = 3;

    public Task SendAsync(string queue, string body, TimeSpan delay, CancellationToken cancellationToken)
    {
        UsageMeter.CountStorage(OperationsAMessage);
        return sender.SendAsync(queue, body, delay, cancellationToken);
    }
}
