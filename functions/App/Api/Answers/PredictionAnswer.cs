using System.ComponentModel;
using System.Text.Json;

namespace GroundedDocs.App.Api.Answers;

/// <summary>A prediction, as the reference describes it; the body itself is written once, by the run that made it.</summary>
internal sealed record PredictionAnswer
{
    public required string Id { get; init; }

    [Description("pending, completed or failed.")]
    public required string Status { get; init; }

    public string? Domain { get; init; }

    [Description("When it was asked for, in UTC.")]
    public required string CreatedAt { get; init; }

    public string? CompletedAt { get; init; }

    public UsageAnswer? Usage { get; init; }

    [Description("Who extracted the values.")]
    public JsonElement? Provenance { get; init; }

    [Description("The values in the schema's shape; <field>_metadata beside <field> where confidence or grounding was asked for.")]
    public JsonElement? Response { get; init; }

    [Description("Why each value is believed, when grounding was asked for: path, status, tier, score, margin, candidates, alternatives.")]
    public JsonElement? Evidence { get; init; }

    [Description("The pages with their pixel sizes, counted from 1.")]
    public JsonElement? Pages { get; init; }

    [Description("Pages that failed for good while the others went on.")]
    public JsonElement? Errors { get; init; }

    [Description("Why a failed prediction failed: code and message.")]
    public JsonElement? Error { get; init; }

    /// <summary>What a prediction used up.</summary>
    internal sealed record UsageAnswer
    {
        public int? ElementsProcessed { get; init; }

        [Description("page or image.")]
        public string? ElementType { get; init; }

        public int? CreditsUsed { get; init; }

        public int? DurationSeconds { get; init; }
    }
}
