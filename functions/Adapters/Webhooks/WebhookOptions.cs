using GroundedDocs.Adapters.Outbound;

namespace GroundedDocs.Adapters.Webhooks;

/// <summary>How webhooks are called.</summary>
public sealed record WebhookOptions
{
    /// <summary>The secret that signs bodies; null to send no signature.</summary>
    public string? Secret { get; init; }

    /// <summary>Where receivers may be.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    /// <summary>Time for one try: what receivers are told to answer within.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
