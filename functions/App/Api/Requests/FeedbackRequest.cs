using System.ComponentModel;
using System.Text.Json;

namespace GroundedDocs.App.Api.Requests;

/// <summary>What somebody says about a prediction.</summary>
internal sealed record FeedbackRequest
{
    [Description("The id of the prediction.")]
    public string? RequestId { get; init; }

    [Description("The response as it should have been, or the part of it that was wrong.")]
    public JsonElement? Response { get; init; }

    public string? Notes { get; init; }

    [Description("Whether a person should look at it.")]
    public bool? Flag { get; init; }
}
