using System.Text.Json;

namespace GroundedDocs.App.Work;

/// <summary>Reads the values of a trigger request: strings arrive as JSON inside a string, and sometimes do not.</summary>
internal static class TriggerJson
{
    /// <summary>A value's text: decoded twice where it was encoded twice, the raw JSON of an object or number; null when missing.</summary>
    public static string? Text(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => Inner(value.GetString()!),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        };
    }

    private static string Inner(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            return text;
        }

        try
        {
            return JsonSerializer.Deserialize(text, TriggerJsonContext.Default.String) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
