using System.Buffers.Binary;
using GroundedDocs.Documents.Geometry;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>Takes apart a stream of JPEG files that follow each other without a gap (ITU-T T.81, annex B).</summary>
internal sealed class JpegSequence(Stream stream)
{
    private const int ChunkBytes = 64 * 1024;
    private byte[] buffer = new byte[4 * ChunkBytes];
    private int filled;

    /// <summary>The next file with its size in pixels, or null when the stream ends before one is complete.</summary>
    public (byte[] Jpeg, PixelSize Size)? Next()
    {
        var position = 2;
        var size = default(PixelSize);
        while (NextMarker(ref position) is { } marker)
        {
            if (marker == Marker.EndOfImage)
            {
                return (Take(position), size);
            }

            if (Marker.IsAlone(marker))
            {
                continue;
            }

            if (!Ensure(position + 9))
            {
                return null;
            }

            if (Marker.IsStartOfFrame(marker))
            {
                size = new PixelSize(
                    BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(position + 5)),
                    BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(position + 3))
                );
            }

            position += BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(position));
        }

        return null;
    }

    // Skips the compressed data of a scan, in which 0xFF is followed by zero, to the next marker; leaves the position behind it.
    private byte? NextMarker(ref int position)
    {
        while (true)
        {
            if (!Ensure(position + 2))
            {
                return null;
            }

            var next = buffer.AsSpan(position, filled - position - 1).IndexOf((byte)0xFF);
            if (next < 0)
            {
                position = filled - 1;
                continue;
            }

            position += next + 1;
            if (buffer[position] is not (0x00 or 0xFF))
            {
                return buffer[position++];
            }
        }
    }

    private bool Ensure(int count)
    {
        while (filled < count)
        {
            if (buffer.Length - filled < ChunkBytes)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0)
            {
                return false;
            }

            filled += read;
        }

        return true;
    }

    private byte[] Take(int count)
    {
        var jpeg = buffer[..count];
        buffer.AsSpan(count, filled - count).CopyTo(buffer);
        filled -= count;
        return jpeg;
    }

    private static class Marker
    {
        public const byte EndOfImage = 0xD9;

        public static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

        public static bool IsStartOfFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
    }
}
