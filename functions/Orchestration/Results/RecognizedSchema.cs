using System.Text.Json.Nodes;
using GroundedDocs.Pipeline.Extraction;

namespace GroundedDocs.Orchestration.Results;

/// <summary>What a run answers that was asked for the schema of its document.</summary>
internal static class RecognizedSchema
{
    public static JsonObject Write(Domain domain) =>
        new()
        {
            ["domain"] = domain.Name,
            ["description"] = domain.Description,
            ["schema_version"] = domain.SchemaVersion,
            ["schema_hash"] = domain.Schema.Hash,
            ["gql_stmt"] = "",
            ["json_schema"] = JsonNode.Parse(domain.Schema.Json),
        };
}
