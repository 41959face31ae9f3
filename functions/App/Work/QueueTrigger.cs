using System.Globalization;
using System.Text.Json;

namespace GroundedDocs.App.Work;

/// <summary>The body of a queue trigger's request, as the Functions host writes it.</summary>
internal static class QueueTrigger
{
    /// <summary>The queue message of a request and when it was sent; null each when the body does not say it.</summary>
    public static async Task<(string? Text, DateTimeOffset? InsertedAt)> ReadAsync(HttpRequest request)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            var root = body.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Data", out var data)
                ? (TriggerJson.Text(data, "message"), InsertedAt(root))
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static DateTimeOffset? InsertedAt(JsonElement request) =>
        request.TryGetProperty("Metadata", out var metadata)
        && DateTimeOffset.TryParse(
            TriggerJson.Text(metadata, "InsertionTime"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;
}
