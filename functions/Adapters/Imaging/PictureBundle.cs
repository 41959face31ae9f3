using System.Buffers.Binary;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Imaging;

/// <summary>
/// Several pictures in one file, so that they can be one document: a mark, the count, the lengths, and the pictures one after the other.
/// Writing it looks at no picture; they are opened where all untrusted files are, in a reader process.
/// </summary>
public static class PictureBundle
{
    private const int LengthBytes = sizeof(long);

    /// <summary>Pictures of one bundle: as many pages as a document may have.</summary>
    public const int MaxParts = 2_000;

    /// <summary>Joins files.</summary>
    public static async Task WriteAsync(string path, IReadOnlyList<string> parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parts);
        await using var bundle = File.Create(path);
        await bundle.WriteAsync(HeadOf(parts), cancellationToken);
        foreach (var part in parts)
        {
            await using var file = File.OpenRead(part);
            await file.CopyToAsync(bundle, cancellationToken);
        }
    }

    /// <summary>Where the pictures of a bundle lie in it; null when it is damaged.</summary>
    internal static IReadOnlyList<(long Offset, long Length)>? ReadPlaces(Stream bundle)
    {
        var head = new byte[FileSignature.BundleMark.Length + LengthBytes];
        if (bundle.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(FileSignature.BundleMark.Length));
        if (count is < 1 or > MaxParts)
        {
            return null;
        }

        var lengths = new byte[count * LengthBytes];
        if (bundle.ReadAtLeast(lengths, lengths.Length, throwOnEndOfStream: false) < lengths.Length)
        {
            return null;
        }

        var places = new List<(long, long)>((int)count);
        var offset = (long)head.Length + lengths.Length;
        for (var at = 0; at < lengths.Length; at += LengthBytes)
        {
            var length = BinaryPrimitives.ReadInt64LittleEndian(lengths.AsSpan(at));
            if (length < 0 || length > bundle.Length - offset)
            {
                return null;
            }

            places.Add((offset, length));
            offset += length;
        }

        return places;
    }

    private static byte[] HeadOf(IReadOnlyList<string> parts)
    {
        var head = new byte[FileSignature.BundleMark.Length + LengthBytes + (parts.Count * LengthBytes)];
        FileSignature.BundleMark.CopyTo(head);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(FileSignature.BundleMark.Length), parts.Count);
        foreach (var (index, part) in parts.Index())
        {
            BinaryPrimitives.WriteInt64LittleEndian(
                head.AsSpan(FileSignature.BundleMark.Length + LengthBytes + (index * LengthBytes)),
                new FileInfo(part).Length
            );
        }

        return head;
    }
}
