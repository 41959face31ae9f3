using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using GroundedDocs.Groundtruth.Documents;

namespace GroundedDocs.Groundtruth.Hostile;

/// <summary>Files that cannot become a result, each for a reason of its own.</summary>
public static class BadFiles
{
    public static byte[] TextCalledPdf => "These are minutes of a meeting, saved under the wrong name.\n"u8.ToArray();

    /// <summary>A PDF that asks for a password nobody knows: the keys in its encryption dictionary fit none.</summary>
    public static byte[] EncryptedPdf
    {
        get
        {
            var (owner, user) = (string.Concat(Enumerable.Repeat("A1", 32)), string.Concat(Enumerable.Repeat("5C", 32)));
            string[] objects =
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
                $"<< /Filter /Standard /V 1 /R 2 /O <{owner}> /U <{user}> /P -4 >>",
            ];
            return PdfObjects.Write(objects, "/Encrypt 4 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]");
        }
    }

    /// <summary>The first third of a photograph.</summary>
    public static byte[] TruncatedJpeg
    {
        get
        {
            var whole = ReceiptSample.Create(SampleSet.ShownSeed).Content;
            return whole[..(whole.Length / 3)];
        }
    }

    /// <summary>A PNG of 70 bytes whose header claims 50,000 × 50,000 pixels.</summary>
    public static byte[] HugePng
    {
        get
        {
            var header = new byte[13];
            BinaryPrimitives.WriteInt32BigEndian(header, 50_000);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 50_000);
            header[8] = 8;
            byte[] signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
            return
            [
                .. signature,
                .. Chunk("IHDR", header),
                .. Chunk("IDAT", [0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]),
                .. Chunk("IEND", []),
            ];
        }
    }

    /// <summary>A PDF of the given number of empty pages.</summary>
    public static byte[] EmptyPages(int count)
    {
        const int firstPage = 3;
        var kids = string.Join(
            ' ',
            Enumerable.Range(firstPage, count).Select(page => string.Create(CultureInfo.InvariantCulture, $"{page} 0 R"))
        );
        var tree = string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{kids}] /Count {count} >>");
        var pages = Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>", count);
        return PdfObjects.Write(["<< /Type /Catalog /Pages 2 0 R >>", tree, .. pages]);
    }

    private static byte[] Chunk(string name, ReadOnlySpan<byte> data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc32.HashToUInt32(named));
        return chunk;
    }
}
