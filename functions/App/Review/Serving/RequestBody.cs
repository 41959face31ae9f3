using System.Text.Json;
using GroundedDocs.Documents;

namespace GroundedDocs.App.Review.Serving;

/// <summary>Reads small JSON requests.</summary>
internal static class RequestBody
{
    /// <summary>The body as a JSON object, or what is wrong with it.</summary>
    public static async Task<Result<JsonDocument>> ReadAsync(HttpContext context) =>
        await BoundedContent.ReadAsync(context.Request.Body, ReviewLimits.RequestBytes, context.RequestAborted) is { } content
            ? Parse(content)
            : new Failure("request.bytes", $"The request has more than {ReviewLimits.RequestBytes} bytes; shorten the value.");

    private static Result<JsonDocument> Parse(byte[] content)
    {
        try
        {
            var parsed = JsonDocument.Parse(content);
            if (parsed.RootElement.ValueKind == JsonValueKind.Object)
            {
                return parsed;
            }

            parsed.Dispose();
        }
        catch (JsonException)
        {
            // Said below, in the same words.
        }

        return new Failure("request.json", "The request must be a JSON object.");
    }
}
