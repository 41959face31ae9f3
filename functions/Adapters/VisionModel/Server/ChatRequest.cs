using GroundedDocs.Adapters.VisionModel.Requests;
using OpenAI.Chat;

namespace GroundedDocs.Adapters.VisionModel.Server;

/// <summary>Writes a question as the messages and options of a chat completion, cut to what the server can do.</summary>
internal static class ChatRequest
{
    /// <summary>Rules and schema go into the system message; whatever comes from documents stays in the user's message.</summary>
    public static IEnumerable<ChatMessage> Messages(ModelQuestion question, ServerCapabilities server)
    {
        var rules = question.Rules;
        if (server.Output != OutputForm.JsonSchema)
        {
            rules += "\n" + Prompt.Fill("schema", ("schema", question.Schema.ToJsonString()));
        }

        var parts = question.Parts.Where(part => server.TakesImages || part.Kind != ChatMessageContentPartKind.Image).ToList();
        if (question.Closing.Length > 0)
        {
            parts.Add(ChatMessageContentPart.CreateTextPart(question.Closing));
        }

        return [new SystemChatMessage(rules), new UserChatMessage(parts)];
    }

    /// <summary>Deterministic sampling, the form of the answer, and token probabilities.</summary>
    public static ChatCompletionOptions Options(ModelQuestion question, ServerCapabilities server, int maxOutputTokens) =>
        new()
        {
            Temperature = server.TakesTemperature ? 0 : null,
            MaxOutputTokenCount = maxOutputTokens,
            IncludeLogProbabilities = server.GivesLogProbabilities ? true : null,
            ResponseFormat = server.Output switch
            {
                OutputForm.JsonSchema => ChatResponseFormat.CreateJsonSchemaFormat(
                    "fields",
                    BinaryData.FromString(question.Schema.ToJsonString()),
                    jsonSchemaIsStrict: true
                ),
                OutputForm.JsonObject => ChatResponseFormat.CreateJsonObjectFormat(),
                _ => null,
            },
        };
}
