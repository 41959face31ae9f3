using System.Diagnostics;
using System.Globalization;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>
/// Draws pages with poppler's <c>pdftoppm</c>, many pages a process and straight to JPEG: a process a page costs 50 ms more, PNG
/// six times as much. Form fields are drawn with their values.
/// </summary>
internal sealed class PdfRenderer(string path, PdfOverview overview, PageLimits limits, long memoryBytes) : IDisposable
{
    /// <summary>Pages of one process: enough to make its start not matter, few enough not to draw far ahead.</summary>
    private const int PagesPerProcess = 32;

    private Process? running;

    /// <summary>Draws the pages in order; each is handed out while the renderer draws the next.</summary>
    public IEnumerable<Result<PageImage>> Draw(IReadOnlyList<int> pageNumbers)
    {
        var done = 0;
        while (done < pageNumbers.Count)
        {
            var length = RunLength(pageNumbers, done);
            var first = pageNumbers[done];
            var drawn = 0;
            foreach (var image in DrawRange(first, first + length - 1))
            {
                // A page may be left out; those before the one that came have failed.
                for (; first + drawn < image.PageNumber; drawn++)
                {
                    yield return PageFailures.DamagedPage(first + drawn);
                }

                yield return image;
                drawn++;
            }

            if (drawn < length)
            {
                // The renderer died on this page: the next one gets a new process.
                yield return PageFailures.DamagedPage(first + drawn);
                drawn++;
            }

            done += drawn;
        }
    }

    /// <summary>Draws one region at a higher resolution.</summary>
    public Result<PageImage> DrawRegion(PageRegion region, double scale)
    {
        var page = overview.Sizes[region.PageNumber - 1];
        var box = region.Box.ClampedToPage();
        var (width, height) = (page.Width * box.Width / 72, page.Height * box.Height / 72);
        var dpi = Math.Min(Dpi(region.PageNumber) * scale, limits.MaximumRegionDpi);
        dpi = Math.Min(dpi, Math.Sqrt(limits.MaximumImagePixels / Math.Max(width * height, 1e-6)));
        string[] window =
        [
            .. Option("-x", Math.Floor(page.Width * box.Left / 72 * dpi)),
            .. Option("-y", Math.Floor(page.Height * box.Top / 72 * dpi)),
            .. Option("-W", Math.Max(1, Math.Ceiling(width * dpi))),
            .. Option("-H", Math.Max(1, Math.Ceiling(height * dpi))),
        ];
        var image = Run(region.PageNumber, region.PageNumber, dpi, window).FirstOrDefault();
        return image is null ? PageFailures.DamagedPage(region.PageNumber) : image;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (running is { } process)
        {
            running = null;
            PopplerTool.End(process);
        }
    }

    private double Dpi(int pageNumber)
    {
        var page = overview.Sizes[pageNumber - 1];
        return limits.DpiFor(page.Width, page.Height);
    }

    // Consecutive pages of one resolution share a process.
    private int RunLength(IReadOnlyList<int> pageNumbers, int start)
    {
        var length = 1;
        while (
            length < PagesPerProcess
            && start + length < pageNumbers.Count
            && pageNumbers[start + length] == pageNumbers[start] + length
            && Math.Abs(Dpi(pageNumbers[start + length]) - Dpi(pageNumbers[start])) < 0.01
        )
        {
            length++;
        }

        return length;
    }

    private IEnumerable<PageImage> DrawRange(int first, int last) => Run(first, last, Dpi(first), []);

    private IEnumerable<PageImage> Run(int first, int last, double dpi, IReadOnlyList<string> window)
    {
        string[] arguments =
        [
            "-cropbox",
            "-jpeg",
            "-jpegopt",
            Invariant($"quality={limits.JpegQuality}"),
            "-progress",
            .. Option("-r", dpi),
            .. Option("-f", first),
            .. Option("-l", last),
            .. window,
            path,
        ];
        var process = PopplerTool.Start("pdftoppm", arguments, memoryBytes);
        running = process;
        var numbers = new DrawnPageNumbers(process.StandardError);
        var pictures = new JpegSequence(process.StandardOutput.BaseStream);
        while (pictures.Next() is var (jpeg, size) && numbers.Next() is { } pageNumber)
        {
            yield return new PageImage(pageNumber, size, dpi, jpeg);
        }

        Dispose();
    }

    private static string[] Option(string name, double value) => [name, Invariant($"{value:0.####}")];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
