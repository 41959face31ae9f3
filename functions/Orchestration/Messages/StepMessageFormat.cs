using System.Text;
using System.Text.Json;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Steps;

namespace GroundedDocs.Orchestration.Messages;

/// <summary>
/// How a step message is written. Its members avoid the names of the host's trigger metadata (<c>Id</c>,
/// <c>DequeueCount</c>, …), which members of the same name would override.
/// </summary>
public static class StepMessageFormat
{
    /// <summary>The version of this format; messages of another are not ours.</summary>
    public const int Version = 1;

    private const int MaxCharacters = 2_048;

    /// <summary>The message as JSON.</summary>
    public static string Write(StepMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("run", message.Run.RunId);
            json.WriteNumber("generation", message.Run.Generation);
            json.WriteString("step", message.Step.KindName);
            json.WriteNumber("index", message.Step.Index);
            json.WriteNumber("attempt", message.Attempt);
            json.WriteNumber("epoch", message.Epoch);
            if (message.Step.Submission is { } submission)
            {
                json.WriteString("submission", submission);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Reads a message; null when it is not ours or of another version.</summary>
    public static StepMessage? TryRead(string? text)
    {
        if (text is null || text.Length > MaxCharacters)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StepMessage? Read(JsonElement json)
    {
        if (
            Number(json, "v") != Version
            || Text(json, "run") is not { Length: 32 } run
            || !run.All(char.IsAsciiHexDigitLower)
            || StepKey.KindOf(Text(json, "step")) is not { } kind
            || Number(json, "generation") is not (>= 1 and var generation)
            || Number(json, "index") is not (>= 0 and <= 99_999 and var index)
            || Number(json, "attempt") is not (>= 1 and var attempt)
            || Number(json, "epoch") is not (>= 0 and var epoch)
        )
        {
            return null;
        }

        var submission = Text(json, "submission");
        return submission is { } id && !(id.Length <= 64 && id.All(char.IsAsciiLetterOrDigit))
            ? null
            : new StepMessage(new RunKey(run, generation), new StepKey(kind, index, submission), attempt, epoch);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;
}
