using System.ComponentModel;
using System.Text.Json;

namespace GroundedDocs.App.Api.Requests;

/// <summary>How to extract.</summary>
internal sealed record GenerationConfig
{
    [Description("How large pictures are sent to a model: auto, lo or hi.")]
    public string? Detail { get; init; }

    [Description("A JSON Schema, draft-07 or 2020-12, that replaces the domain's.")]
    public JsonElement? JsonSchema { get; init; }

    [Description("Send a confidence (hi, med, low) beside every value.")]
    public bool? Confidence { get; init; }

    [Description("Send the boxes of every value, and the list evidence.")]
    public bool? Grounding { get; init; }

    [Description("Send bbox and bbox_content as well; on when confidence is asked for without grounding.")]
    public bool? LegacyBbox { get; init; }

    [Description("The fields wanted, as a GraphQL selection: { invoice_id items { description } }.")]
    public string? GqlStmt { get; init; }

    [Description("The pages wanted, counted from 0; all if missing.")]
    public IReadOnlyList<int>? PageIndices { get; init; }

    [Description("Accepted and not used: what is extracted is what the schema says.")]
    public string? Prompt { get; init; }

    [Description("Accepted and not used.")]
    public double? MaxTokens { get; init; }

    [Description("Accepted and not used.")]
    public double? Temperature { get; init; }

    [Description("Work again even if the same was done before.")]
    public bool? Force { get; init; }
}
