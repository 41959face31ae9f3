using System.Text.Json;

namespace GroundedDocs.App.Api.Answers;

/// <summary>A feedback as it was kept.</summary>
internal sealed record FeedbackAnswer
{
    public required string Id { get; init; }

    public required string CreatedAt { get; init; }

    public required string RequestId { get; init; }

    public JsonElement? Response { get; init; }

    public string? Notes { get; init; }

    public bool Flag { get; init; }
}
