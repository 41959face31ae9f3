using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using NetVips;

namespace GroundedDocs.Adapters.Imaging;

/// <summary>A picture file; a TIFF may hold several pages, an animation counts as its first frame.</summary>
internal sealed class ImageFile : IOpenedFile
{
    private readonly string path;
    private readonly FileFormat format;
    private readonly PageLimits limits;

    private ImageFile(string path, FileFormat format, PageLimits limits, int pageCount)
    {
        this.path = path;
        this.format = format;
        this.limits = limits;
        PageCount = pageCount;
    }

    /// <inheritdoc/>
    public int PageCount { get; }

    /// <summary>Opens a picture by its header.</summary>
    public static Result<IOpenedFile> Open(string path, FileFormat format, PageLimits limits)
    {
        try
        {
            using var header = ImageLoader.Load(path, format, pageIndex: 0, limits);
            return new ImageFile(path, format, limits, format == FileFormat.Tiff ? ImageLoader.PageCount(header) : 1);
        }
        catch (VipsException)
        {
            return format == FileFormat.Tiff && UnusualTiff.PageCount(path) is > 0 and var count
                ? new ImageFile(path, format, limits, count)
                : PageFailures.Damaged(format);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<SplitPage> ReadPages(IReadOnlyList<int> pageNumbers) =>
        pageNumbers.Select(number => new SplitPage(number, Draw(number, BoundingBox.WholePage, scale: 1), TextLayer.Empty));

    /// <inheritdoc/>
    public Result<PageImage> ReadRegion(PageRegion region, double scale) => Draw(region.PageNumber, region.Box.ClampedToPage(), scale);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Pictures are opened and closed page by page.
    }

    private Result<PageImage> Draw(int pageNumber, BoundingBox box, double scale)
    {
        try
        {
            using var source = ImageLoader.Load(path, format, pageNumber - 1, limits);
            return Draw(source, pageNumber, box, scale);
        }
        catch (VipsException)
        {
            return format == FileFormat.Tiff ? DrawUnusual(pageNumber, box, scale) : PageFailures.DamagedPage(pageNumber);
        }
    }

    private Result<PageImage> DrawUnusual(int pageNumber, BoundingBox box, double scale)
    {
        using var source = UnusualTiff.Load(path, pageNumber - 1, limits);
        return source is null ? PageFailures.DamagedPage(pageNumber) : Draw(source, pageNumber, box, scale);
    }

    private Result<PageImage> Draw(Image source, int pageNumber, BoundingBox box, double scale)
    {
        if ((long)source.Width * source.Height > limits.MaximumSourcePixels)
        {
            return PageFailures.TooManyPixels(pageNumber, source.Width, source.Height, limits.MaximumSourcePixels);
        }

        using var upright = source.Autorot();
        using var paper = VipsPicture.ToPaper(upright);
        using var cut = box == BoundingBox.WholePage ? paper.Copy() : Crop(paper, box);
        var factor = FactorFor(source, cut, scale);
        using var sized = Math.Abs(factor - 1) < 1e-6 ? cut.Copy() : cut.Resize(factor, kernel: Enums.Kernel.Lanczos3);
        return VipsPicture.Encode(sized, pageNumber, ImageLoader.Dpi(source) * factor, limits);
    }

    // The scale counts from the page image, which a large picture fills only after shrinking.
    private double FactorFor(Image source, Image cut, double scale)
    {
        var wanted = scale * VipsPicture.FactorWithin(source.Width, source.Height, limits.MaximumImagePixels);
        var possible = Math.Sqrt(limits.MaximumImagePixels / ((double)cut.Width * cut.Height));
        return Math.Min(wanted, Math.Max(possible, 1e-3));
    }

    private static Image Crop(Image paper, BoundingBox box)
    {
        var left = Math.Clamp((int)(box.Left * paper.Width), 0, paper.Width - 1);
        var top = Math.Clamp((int)(box.Top * paper.Height), 0, paper.Height - 1);
        var width = Math.Clamp((int)Math.Ceiling(box.Width * paper.Width), 1, paper.Width - left);
        var height = Math.Clamp((int)Math.Ceiling(box.Height * paper.Height), 1, paper.Height - top);
        return paper.Crop(left, top, width, height);
    }
}
