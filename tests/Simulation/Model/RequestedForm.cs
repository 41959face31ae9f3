using System.Text.Json.Nodes;

namespace GroundedDocs.Tests.Simulation.Model;

/// <summary>What a chat request asks for, found as a model would find it: in the response format, or in the prompt.</summary>
internal static class RequestedForm
{
    /// <summary>The JSON Schema of the answer.</summary>
    public static JsonObject Schema(JsonObject request)
    {
        if (request["response_format"]?["json_schema"]?["schema"] is JsonObject given)
        {
            return given;
        }

        var rules = request["messages"]![0]!["content"]!.ToString();
        return (JsonObject)JsonNode.Parse(rules[rules.IndexOf('{', StringComparison.Ordinal)..].Trim())!;
    }

    /// <summary>The numbers of the pages shown.</summary>
    public static IReadOnlySet<int> Pages(JsonObject request) =>
        Parts(request)
            .Where(part => part["text"] is not null && part["text"]!.ToString().StartsWith("{\"page\":", StringComparison.Ordinal))
            .Select(part => JsonNode.Parse(part["text"]!.ToString())!["page"]!.GetValue<int>())
            .ToHashSet();

    /// <summary>The texts and pictures of the user's message; a message of one text may be sent as a string.</summary>
    public static IEnumerable<JsonNode> Parts(JsonObject request) =>
        request["messages"]![1]!["content"] is JsonArray parts
            ? parts.Select(part => part!)
            : [new JsonObject { ["type"] = "text", ["text"] = request["messages"]![1]!["content"]!.ToString() }];
}
