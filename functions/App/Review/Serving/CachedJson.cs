using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GroundedDocs.App.Review.Serving;

/// <summary>JSON with the hash of itself as its version, so that asking again for what has not changed costs a 304.</summary>
internal sealed class CachedJson(JsonNode body) : IResult
{
    private const int VersionBytes = 12;

    /// <summary>Served as application/json and nosniff: markup in it stays text.</summary>
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Written);
        var response = httpContext.Response;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, VersionBytes))}\"";
        if (httpContext.Request.Headers.IfNoneMatch.Contains(response.Headers.ETag.ToString(), StringComparer.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
