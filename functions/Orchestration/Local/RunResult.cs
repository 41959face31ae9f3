using System.Text.Json.Nodes;
using GroundedDocs.Documents.Results;
using GroundedDocs.Orchestration.Results;

namespace GroundedDocs.Orchestration.Local;

/// <summary>What a run in one process gives.</summary>
/// <param name="Prediction">The whole prediction as it would be published: response, evidence, pages, errors, usage.</param>
/// <param name="Document">The fields it was written from.</param>
/// <param name="Pages">The pages.</param>
public sealed record RunResult(JsonObject Prediction, GroundedDocument Document, IReadOnlyList<ResultPage> Pages)
{
    /// <summary>The values and their metadata in the public shape.</summary>
    public JsonObject Response => Prediction["response"]!.AsObject();

    /// <summary>One entry a field; null when grounding was not asked for.</summary>
    public JsonArray? Evidence => Prediction["evidence"]?.AsArray();
}
