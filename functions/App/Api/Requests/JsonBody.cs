using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using GroundedDocs.App.Api.Errors;
using GroundedDocs.App.Api.Limiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace GroundedDocs.App.Api.Requests;

/// <summary>Reads JSON bodies within their limits and says where one is wrong.</summary>
internal sealed class JsonBody(ApiOptions limits)
{
    private const int MaxPathCharacters = 200;

    /// <summary>A body that was read.</summary>
    /// <param name="Value">What it says; null when there is an error.</param>
    /// <param name="Fingerprint">SHA-256 of its bytes in hexadecimal: the same body, the same fingerprint.</param>
    /// <param name="Error">What is wrong with it.</param>
    public sealed record Read<T>(T? Value, string Fingerprint, ApiError? Error);

    /// <summary>Reads a body.</summary>
    public async Task<Read<T>> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (!IsJson(context.Request.ContentType))
        {
            return new Read<T>(
                null,
                "",
                ApiError.UnsupportedMedia("The body must be JSON: send it with 'Content-Type: application/json'.")
            );
        }

        if (await BytesAsync(context) is not { } bytes)
        {
            return new Read<T>(
                null,
                "",
                ApiError.TooLarge($"The body is larger than the {limits.BodyBytes} bytes that are accepted (Api__BodyBytes).")
            );
        }

        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        if (DepthError(bytes.Span) is { } tooDeep)
        {
            return new Read<T>(null, fingerprint, tooDeep);
        }

        try
        {
            var value = JsonSerializer.Deserialize(bytes.Span, type);
            var missing = value is null ? ApiError.Invalid("$: the body is null; an object is expected.") : null;
            return new Read<T>(value, fingerprint, missing);
        }
        catch (JsonException error)
        {
            return new Read<T>(null, fingerprint, ApiError.Invalid(Sentence(error, type)));
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var parsed) && (parsed.MediaType == "application/json" || parsed.Suffix == "json");

    /// <summary>The bytes of the body, or null when there are more than are accepted.</summary>
    private async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpContext context)
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = limits.BodyBytes;
        var expected = (int)Math.Clamp(context.Request.ContentLength ?? 0, 0, limits.BodyBytes);
        // What a caller promises to send is not reserved before it arrives.
        using var buffer = new MemoryStream(Math.Min(expected, 64 * 1024));
        try
        {
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>The depth, and whether the bytes are JSON at all, before any of it becomes an object.</summary>
    private ApiError? DepthError(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return ApiError.Invalid("The body is not valid UTF-8.");
        }

        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = ApiJson.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    // Half a character, written as an escape, is no text; whoever reads it later must not stumble over it.
                    reader.GetString();
                }

                if (reader.CurrentDepth >= limits.JsonDepth)
                {
                    return ApiError.Invalid($"The body is nested more than {limits.JsonDepth} levels deep (Api__JsonDepth).");
                }
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            return ApiError.Invalid($"The body holds half a surrogate pair near byte {reader.TokenStartIndex}; it is not valid text.");
        }
        catch (JsonException error)
        {
            return ApiError.Invalid(
                $"The body is not valid JSON: line {error.LineNumber + 1 ?? 1}, byte {error.BytePositionInLine ?? 0} cannot be read."
            );
        }
    }

    private static string Sentence(JsonException error, JsonTypeInfo type)
    {
        var path = error.Path is { Length: > 0 } known ? known : "$";
        var where = path.Length <= MaxPathCharacters ? path : path[..MaxPathCharacters] + "…";
        // The serializer's own messages speak of types; our converters' speak of what is wrong and do not name the path.
        return error.Message.Contains("Path:", StringComparison.Ordinal)
            ? $"{where}: {ExpectedKind.At(type, path) ?? "this cannot be read"}."
            : $"{where}: {error.Message}";
    }
}
