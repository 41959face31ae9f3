using System.Text.Json;

namespace GroundedDocs.App.Work;

/// <summary>Reads an Event Grid event about a new blob, in either schema, alone or as the only element of an array.</summary>
internal static class DropEvent
{
    /// <summary>The blob's path inside the inbox, or null when the message is no such event.</summary>
    public static string? TryReadPath(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1)
            {
                root = root[0];
            }

            return
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("data", out var data)
                && data.ValueKind == JsonValueKind.Object
                && data.TryGetProperty("url", out var url)
                && url.ValueKind == JsonValueKind.String
                ? BlobAddress.InboxPathOf(url.GetString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
