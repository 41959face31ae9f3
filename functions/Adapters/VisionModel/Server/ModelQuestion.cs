using System.Text.Json.Nodes;
using OpenAI.Chat;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>One question to the model, not yet cut to what the server can do.</summary>
/// <param name="Rules">The system prompt.</param>
/// <param name="Schema">The JSON Schema of the answer.</param>
/// <param name="Parts">Pictures and texts of the pages, in order.</param>
/// <param name="Closing">What follows the pages; empty for a first question.</param>
public sealed record ModelQuestion(string Rules, JsonObject Schema, IReadOnlyList<ChatMessageContentPart> Parts, string Closing);
