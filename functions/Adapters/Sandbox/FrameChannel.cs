using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>
/// Messages over a pair of pipes: two little-endian 32-bit lengths, a header in JSON, and a payload of bytes.
/// One writer and one reader at a time in each direction.
/// </summary>
internal sealed class FrameChannel(Stream input, Stream output)
{
    /// <summary>Largest header: 100,000 words with the edges of their characters.</summary>
    private const int MaximumHeaderBytes = 64 * 1024 * 1024;

    /// <summary>Largest payload: a page image is far smaller.</summary>
    private const int MaximumPayloadBytes = 128 * 1024 * 1024;

    /// <summary>Sends one message.</summary>
    public async Task WriteAsync<T>(T header, JsonTypeInfo<T> type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(header, type);
        var lengths = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, json.Length);
        BinaryPrimitives.WriteInt32LittleEndian(lengths.AsSpan(4), payload.Length);
        await output.WriteAsync(lengths, cancellationToken);
        await output.WriteAsync(json, cancellationToken);
        await output.WriteAsync(payload, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <summary>Receives one message.</summary>
    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    /// <exception cref="InvalidDataException">What came is not a message.</exception>
    public async Task<(T Header, byte[] Payload)> ReadAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var lengths = new byte[8];
        await input.ReadExactlyAsync(lengths, cancellationToken);
        var header = await ReadPartAsync(BinaryPrimitives.ReadInt32LittleEndian(lengths), MaximumHeaderBytes, cancellationToken);
        var payload = await ReadPartAsync(
            BinaryPrimitives.ReadInt32LittleEndian(lengths.AsSpan(4)),
            MaximumPayloadBytes,
            cancellationToken
        );
        try
        {
            var value = JsonSerializer.Deserialize(header, type) ?? throw new InvalidDataException("The header of a message is null.");
            return (value, payload);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The header of a message is not what was agreed.", exception);
        }
    }

    private async Task<byte[]> ReadPartAsync(int length, int maximum, CancellationToken cancellationToken)
    {
        if (length < 0 || length > maximum)
        {
            throw new InvalidDataException($"A message announces a part of {length} bytes; the limit is {maximum}.");
        }

        var part = new byte[length];
        await input.ReadExactlyAsync(part, cancellationToken);
        return part;
    }
}
