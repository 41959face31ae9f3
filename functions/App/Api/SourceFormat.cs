using GroundedDocs.Documents;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.App.Api;

/// <summary>Looks at the first bytes of what a caller sends; nothing is parsed in this process.</summary>
internal static class SourceFormat
{
    /// <summary>The format of a file, judged by its content.</summary>
    public static async Task<FileFormat> DetectAsync(string path, CancellationToken cancellationToken)
    {
        var prefix = new byte[FileSignature.PrefixBytes];
        await using var file = File.OpenRead(path);
        var count = await file.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancellationToken);
        return FileSignature.Detect(prefix.AsSpan(0, count));
    }

    /// <summary>Why a file is not taken, or null.</summary>
    public static async Task<Failure?> CheckAsync(string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length == 0)
        {
            return new Failure("file.empty", "The file is empty; send a PDF or a picture.");
        }

        return await DetectAsync(path, cancellationToken) == FileFormat.Unknown ? PageFailures.UnknownFormat : null;
    }

    /// <summary>Why a file is not taken as a picture, or null.</summary>
    public static async Task<Failure?> CheckPictureAsync(string path, CancellationToken cancellationToken) =>
        await DetectAsync(path, cancellationToken) is FileFormat.Unknown or FileFormat.Pdf or FileFormat.Bundle
            ? new Failure("file.type", "Only PNG, JPEG, WebP, GIF, BMP and TIFF pictures are taken here; send a PDF to /document/generate.")
            : null;
}
