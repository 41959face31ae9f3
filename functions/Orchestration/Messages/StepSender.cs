using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Messages;

/// <summary>Sends step messages.</summary>
internal sealed class StepSender(IMessageSender messages)
{
    public Task SendAsync(StepMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        messages.SendAsync(StorageNames.StepQueue, StepMessageFormat.Write(message), delay, cancellationToken);
}
