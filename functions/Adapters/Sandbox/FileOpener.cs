using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Adapters.Pdf;
using GroundedDocs.Documents;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Sandbox;

/// <summary>Opens a file by what its bytes say it is.</summary>
internal static class FileOpener
{
    /// <summary>The opened file, or why it cannot be opened.</summary>
    public static Result<IOpenedFile> Open(ReaderRequest request)
    {
        var format = FileSignature.Detect(ReadPrefix(request.Path));
        var opened = format switch
        {
            FileFormat.Unknown => PageFailures.UnknownFormat,
            FileFormat.Pdf => PdfFile.Open(request.Path, request.Limits, request.RendererMemoryBytes),
            FileFormat.Bundle => BundleFile.Open(request.Path, request.Limits),
            _ => ImageFile.Open(request.Path, format, request.Limits),
        };
        if (opened.TryGet(out var file, out _) && file.PageCount > request.Limits.MaximumPageCount)
        {
            file.Dispose();
            return PageFailures.TooManyPages(file.PageCount, request.Limits.MaximumPageCount);
        }

        return opened;
    }

    private static byte[] ReadPrefix(string path)
    {
        using var stream = File.OpenRead(path);
        var prefix = new byte[FileSignature.PrefixBytes];
        var count = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        return prefix[..count];
    }
}
