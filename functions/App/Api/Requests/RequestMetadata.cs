namespace GroundedDocs.App.Api.Requests;

/// <summary>What clients say about a request; accepted and not used.</summary>
internal sealed record RequestMetadata
{
    public string? Environment { get; init; }

    public string? SessionId { get; init; }

    public bool? AllowTraining { get; init; }
}
