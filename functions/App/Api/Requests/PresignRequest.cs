using System.ComponentModel;

namespace GroundedDocs.App.Api.Requests;

/// <summary>Asks for an address to upload a file to.</summary>
internal sealed record PresignRequest
{
    public string? Filename { get; init; }

    public string? Purpose { get; init; }

    [Description("Seconds that the address is good for.")]
    public double? Expiration { get; init; }
}
