namespace GroundedDocs.App.Api.Reference;

/// <summary>Says that a route honours Idempotency-Key.</summary>
internal sealed class IdempotencyHeader;
