namespace GroundedDocs.Orchestration.Ports;

/// <summary>A webhook call.</summary>
/// <param name="DeliveryId">
/// The same for every try, so that a receiver can drop repetitions; another one once the document was worked on again, so that it does not
/// drop the newer result.
/// </param>
/// <param name="Url">The caller's address; it may hold secrets, so it is never logged.</param>
/// <param name="Body">The whole prediction as JSON.</param>
public sealed record WebhookDelivery(string DeliveryId, Uri Url, ReadOnlyMemory<byte> Body);
