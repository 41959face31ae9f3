using System.Globalization;
using GroundedDocs.Documents;

namespace GroundedDocs.Pipeline.Pages;

/// <summary>The sentences that say why a file or a page cannot be opened. They never quote the document.</summary>
public static class PageFailures
{
    /// <summary>There is no file.</summary>
    public static Failure Missing(string name) => new("file.missing", $"There is no file '{name}': check its path.");

    /// <summary>The file has no bytes.</summary>
    public static Failure Empty(string name) => new("file.empty", $"The file '{name}' is empty: send it again.");

    /// <summary>The file is larger than allowed.</summary>
    public static Failure TooLarge(string name, long bytes, long limit) =>
        new("file.limit", Text($"The file '{name}' has {bytes:N0} bytes; the limit is {limit:N0}: split it or compress its pictures."));

    /// <summary>The bytes are of no format that we open.</summary>
    public static Failure UnknownFormat { get; } =
        new("file.type", "The file is not a PDF, TIFF, PNG, JPEG, WebP, GIF or BMP, judged by its content: convert it to one of these.");

    /// <summary>The file claims to be of a format, but cannot be opened as such.</summary>
    public static Failure Damaged(FileFormat format) =>
        new("file.damaged", Text($"The {Name(format)}file is damaged and cannot be opened: save or scan it again."));

    /// <summary>This installation has no program that draws PDF pages.</summary>
    public static Failure NoRenderer { get; } =
        new("file.renderer", "This installation cannot draw PDF pages: install poppler-utils (pdftoppm), or deploy the container image.");

    /// <summary>Reading the file needs a password.</summary>
    public static Failure Encrypted { get; } =
        new("file.encrypted", "The PDF needs a password to be opened: send it without one, as passwords are not accepted.");

    /// <summary>The document has more pages than allowed.</summary>
    public static Failure TooManyPages(int count, int limit) =>
        new("pages.limit", Text($"The document has {count:N0} pages; the limit is {limit:N0}: split it into several files."));

    /// <summary>A picture is larger than allowed.</summary>
    public static Failure TooManyPixels(int pageNumber, long width, long height, long limit) =>
        new(
            "page.pixels",
            Text($"Page {pageNumber} has {width:N0} × {height:N0} pixels; the limit is {limit:N0} in all: scan it at a lower resolution.")
        );

    /// <summary>One page cannot be drawn.</summary>
    public static Failure DamagedPage(int pageNumber) =>
        new("page.damaged", Text($"Page {pageNumber} is damaged and cannot be drawn: save or scan it again."));

    /// <summary>The page does not exist.</summary>
    public static Failure NoSuchPage(int pageNumber, int count) =>
        new("page.missing", Text($"There is no page {pageNumber}: the document has {count:N0} pages."));

    /// <summary>A page took too long.</summary>
    public static Failure PageTimeout(int pageNumber, TimeSpan limit) =>
        new(
            "page.timeout",
            Text($"Page {pageNumber} took longer than {limit.TotalSeconds:0.#} s to draw: simplify it or send it as a scan.")
        );

    /// <summary>The file took too long to open.</summary>
    public static Failure FileTimeout(TimeSpan limit) =>
        new("file.timeout", Text($"The file took longer than {limit.TotalSeconds:0.#} s to open: save it again with another program."));

    /// <summary>A page or file needed more memory than its reader may have.</summary>
    public static Failure OutOfMemory(int? pageNumber, long limit) =>
        new(
            "page.memory",
            Text(
                $"{(pageNumber is { } page ? $"Page {page}" : "The file")} needs more than {limit / (1024 * 1024):N0} MiB to open: simplify it or send a scan."
            )
        );

    private static string Name(FileFormat format) =>
        format switch
        {
            FileFormat.Unknown => "",
            FileFormat.Webp => "WebP ",
            _ => format.ToString().ToUpperInvariant() + " ",
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
