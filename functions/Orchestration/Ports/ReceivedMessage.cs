namespace GroundedDocs.Orchestration.Ports;

/// <summary>A leased message.</summary>
/// <param name="MessageId">The store's id for it.</param>
/// <param name="Receipt">Proof of the lease.</param>
/// <param name="Body">What was sent.</param>
/// <param name="DequeueCount">How often it has been leased, this time included.</param>
/// <param name="InsertedAt">When it was sent.</param>
public sealed record ReceivedMessage(string MessageId, string Receipt, string Body, int DequeueCount, DateTimeOffset InsertedAt);
