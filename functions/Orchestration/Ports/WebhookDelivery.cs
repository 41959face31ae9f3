namespace GroundedDocs.Orchestration.Ports;

/// <summary>A webhook call.</summary>
/// <param name="DeliveryId">The same for every try, so that a receiver can drop repetitions.</param>
/// <param name="Url">The caller's address; it may hold secrets, so it is never logged.</param>
/// <param name="Body">The whole prediction as JSON.</param>
public sealed record WebhookDelivery(string DeliveryId, Uri Url, ReadOnlyMemory<byte> Body);
