using System.Text.Json.Nodes;
using GroundedDocs.App.Review.Documents;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.WorkList;
using GroundedDocs.Pipeline.Assembly;

namespace GroundedDocs.App.Review.Lists;

/// <summary>A document of a list as the page reads it.</summary>
internal static class EntryJson
{
    public static JsonNode Write(WorkEntry entry) =>
        new JsonObject
        {
            ["id"] = entry.Id,
            ["name"] = entry.DocumentName,
            ["state"] = entry.State.ToString().ToLowerInvariant(),
            ["domain"] = entry.Domain,
            ["created_at"] = entry.CreatedAt,
            ["pages"] = entry.PageCount,
            ["fields"] = entry.Summary is { } summary
                ? new JsonObject
                {
                    ["hi"] = summary.High,
                    ["med"] = summary.Medium,
                    ["low"] = summary.Low,
                }
                : null,
            ["lowest_band"] = entry.Summary?.LowestBand is { } band ? PublicNames.Of(band) : null,
            ["lowest_score"] = entry.Summary?.LowestScore,
            ["error"] = DocumentJson.Write(entry.Failure),
            ["can_replay"] = entry.State == WorkState.Failed && entry.Run != RunKey.None,
        };
}
