using GroundedDocs.Documents.Metering;
using GroundedDocs.Orchestration.Ports;

namespace GroundedDocs.Orchestration;

/// <summary>Everything that <see cref="DocumentFlow"/> is made of.</summary>
/// <param name="Storage">Where everything is kept.</param>
/// <param name="Stages">The stages of the pipeline.</param>
/// <param name="Webhooks">Calls receivers.</param>
/// <param name="Time">The clock.</param>
/// <param name="Randomness">Ids and chance.</param>
/// <param name="Limits">The limits.</param>
/// <param name="PipelineVersion">Results of another version are not joined.</param>
public sealed record FlowParts(
    StoragePorts Storage,
    Stages Stages,
    IWebhookSender Webhooks,
    TimeProvider Time,
    IRandomness Randomness,
    Limits Limits,
    string PipelineVersion
)
{
    /// <summary>What things cost, for the usage of results.</summary>
    public PriceTable Prices { get; init; } = new();
}
