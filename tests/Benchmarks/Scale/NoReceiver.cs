using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Benchmarks.Scale;

/// <summary>Nobody asked for a webhook here.</summary>
internal sealed class NoReceiver : IWebhookSender
{
    public Task<Result<int>> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult<Result<int>>(new Failure("webhook.none", "Nobody asked for a webhook."));
}
