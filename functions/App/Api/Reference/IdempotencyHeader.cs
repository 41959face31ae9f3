namespace GroundedDocs.App.Api.Reference;

/// <summary>Says that a route honours the header by which a repeated request is known.</summary>
internal sealed class IdempotencyHeader
{
    /// <summary>The header's name.</summary>
    public const string Name = "Idempotency-Key";

    /// <summary>Characters that a key may have.</summary>
    public const int MaxCharacters = 200;
}
