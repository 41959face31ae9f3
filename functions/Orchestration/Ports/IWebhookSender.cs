using GroundedDocs.Documents;

namespace GroundedDocs.Orchestration.Ports;

/// <summary>Delivers a finished prediction to its caller's address.</summary>
public interface IWebhookSender
{
    /// <summary>
    /// One try. Safe to repeat: the receiver sees the same delivery id each time. An address that may not be called is a
    /// permanent failure; so is a receiver that answers with 410 or a redirect; one that answers otherwise than with 2xx is a transient one.
    /// </summary>
    /// <returns>The HTTP status of the answer.</returns>
    Task<Result<int>> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken);
}
