using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GroundedDocs.Documents.Schemas;

/// <summary>The fingerprint of a schema: independent of white space and of the order of keys.</summary>
internal static class SchemaHash
{
    private const int HexDigits = 8;

    // Characters stay unescaped, as every other JSON library writes them by default.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first 8 hexadecimal digits of the SHA-256 of the compact JSON with sorted keys.</summary>
    public static string Of(JsonElement schema)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Compact))
        {
            WriteSorted(schema, writer);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan))[..HexDigits];
    }

    private static void WriteSorted(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteSorted(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteSorted(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
