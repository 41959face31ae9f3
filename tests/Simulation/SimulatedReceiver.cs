using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Tests.Simulation;

/// <summary>The receiver of webhooks: it refuses now and then, and remembers what it was sent.</summary>
internal sealed class SimulatedReceiver(SimulatedWorld world, SimulatedActor actor, Dictionary<string, List<string>> received)
    : IWebhookSender
{
    public async Task<Result<int>> SendAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        await world.PassAsync(actor, "webhook");
        if (world.FaultsLeft > 0 && world.Chance.Next(4) == 0)
        {
            world.FaultsLeft--;
            return new Failure("webhook.status", "The receiver answered 503.", IsTransient: true);
        }

        if (!received.TryGetValue(delivery.DeliveryId, out var bodies))
        {
            received[delivery.DeliveryId] = bodies = [];
        }

        bodies.Add(
            string.Create(CultureInfo.InvariantCulture, $"{delivery.Url}|{System.Text.Encoding.UTF8.GetString(delivery.Body.Span)}")
        );
        await world.PassAsync(actor, "webhook'");
        return 200;
    }
}
