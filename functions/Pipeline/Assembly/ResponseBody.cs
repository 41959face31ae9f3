using System.Text.Json.Nodes;

namespace GroundedDocs.Pipeline.Assembly;

/// <summary>The two parts of a result that depend on the document.</summary>
/// <param name="Response">The values in the schema's shape, with <c>&lt;field&gt;_metadata</c> beside them where asked for.</param>
/// <param name="Evidence">One entry a scalar field, in the same order; null when grounding was not asked for.</param>
public sealed record ResponseBody(JsonObject Response, JsonArray? Evidence);
