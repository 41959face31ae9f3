using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration.Local;

/// <summary>The webhooks of a process that serves nobody: asking for one is a bug.</summary>
internal sealed class NoWebhooks : IWebhookSender
{
    public static NoWebhooks Instance { get; } = new();

    public Task<Result<int>> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A local run has no webhooks.");
}
