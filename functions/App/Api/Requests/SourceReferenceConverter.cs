using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GroundedDocs.App.Api.Requests;

/// <summary>Reads addresses and data URIs; the bytes of a data URI are decoded straight from the body, never held as text.</summary>
internal sealed class SourceReferenceConverter : JsonConverter<SourceReference>
{
    private const int MaxUrlCharacters = 8_192;
    private const int MaxHeadBytes = 256;

    private static ReadOnlySpan<byte> DataScheme => "data:"u8;

    /// <inheritdoc/>
    public override SourceReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("an address or a data URI is expected.");
        }

        if (reader.HasValueSequence || reader.ValueIsEscaped)
        {
            // Escapes are written by few clients; they cost a copy.
            return FromBytes(Encoding.UTF8.GetBytes(reader.GetString()!));
        }

        return FromBytes(reader.ValueSpan);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SourceReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Url?.AbsoluteUri ?? "data:");

    private static SourceReference FromBytes(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith(DataScheme))
        {
            return new SourceReference(null, Decoded(text[DataScheme.Length..]));
        }

        if (text.Length > MaxUrlCharacters)
        {
            throw new JsonException($"an address has at most {MaxUrlCharacters} characters.");
        }

        return Uri.TryCreate(Encoding.UTF8.GetString(text), UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? new SourceReference(url, null)
            : throw new JsonException("an absolute https address or a data URI is expected.");
    }

    /// <summary>What stands behind <c>data:</c>: a media type, <c>;base64,</c> and the bytes.</summary>
    private static byte[] Decoded(ReadOnlySpan<byte> text)
    {
        var comma = text[..Math.Min(text.Length, MaxHeadBytes)].IndexOf((byte)',');
        if (comma < 0 || !text[..comma].EndsWith(";base64"u8))
        {
            throw new JsonException("a data URI must be base64: data:image/png;base64,…");
        }

        var encoded = text[(comma + 1)..];
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(encoded.Length)];
        return Base64.DecodeFromUtf8(encoded, bytes, out _, out var written) == OperationStatus.Done
            ? bytes.AsSpan(0, written).ToArray()
            : throw new JsonException("the base64 of this data URI is damaged.");
    }
}
