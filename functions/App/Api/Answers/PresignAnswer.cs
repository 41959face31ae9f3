using System.ComponentModel;

namespace GroundedDocs.App.Api.Answers;

/// <summary>An address that one file can be uploaded to, without a key.</summary>
internal sealed record PresignAnswer
{
    public required string Id { get; init; }

    [Description("PUT the bytes here.")]
    public required string Url { get; init; }

    public required string Filename { get; init; }

    [Description("Seconds that the address is good for.")]
    public required int Expiration { get; init; }

    public string Method { get; init; } = "PUT";

    public string ContentType { get; init; } = "application/octet-stream";

    public required string CreatedAt { get; init; }
}
