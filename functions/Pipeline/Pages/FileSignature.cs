namespace GroundedDocs.Pipeline.Pages;

/// <summary>Tells a file's format by its signature.</summary>
public static class FileSignature
{
    /// <summary>How many bytes from the start <see cref="Detect"/> wants: PDF readers accept the header within the first 1,024.</summary>
    public const int PrefixBytes = 1024;

    /// <summary>What a bundle of pictures begins with.</summary>
    public static ReadOnlySpan<byte> BundleMark => "GDPARTS1"u8;

    /// <summary>The format that the first bytes announce.</summary>
    public static FileFormat Detect(ReadOnlySpan<byte> prefix) =>
        prefix switch
        {
            [0xFF, 0xD8, 0xFF, ..] => FileFormat.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileFormat.Png,
            [(byte)'I', (byte)'I', 42 or 43, 0, ..] => FileFormat.Tiff,
            [(byte)'M', (byte)'M', 0, 42 or 43, ..] => FileFormat.Tiff,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => FileFormat.Gif,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileFormat.Webp,
            _ when prefix.StartsWith(BundleMark) => FileFormat.Bundle,
            _ when IsPdf(prefix) => FileFormat.Pdf,
            [(byte)'B', (byte)'M', _, _, _, _, _, _, _, _, _, _, _, _, ..] => FileFormat.Bmp,
            _ => FileFormat.Unknown,
        };

    // The header may stand after junk; files that lost the header still carry the objects of a PDF.
    private static bool IsPdf(ReadOnlySpan<byte> prefix) =>
        prefix[..Math.Min(prefix.Length, PrefixBytes)].IndexOf("%PDF-"u8) >= 0 || prefix.IndexOf(" 0 obj"u8) is >= 0 and < 64;
}
