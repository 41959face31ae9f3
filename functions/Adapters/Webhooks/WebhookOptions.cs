namespace GroundedDocs.Adapters.Webhooks;

/// <summary>How webhooks are called.</summary>
public sealed record WebhookOptions
{
    /// <summary>The secret that signs bodies; null to send no signature.</summary>
    public string? Secret { get; init; }

    /// <summary>Whether receivers on this machine or in private networks may be called: for trying things out on a laptop only.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Time for one try: what receivers are told to answer within.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
