using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;

namespace GroundedDocs.Adapters.Imaging;

/// <summary>A bundle of pictures: each is a page, of a picture with several pages the first.</summary>
internal sealed class BundleFile : IOpenedFile
{
    private readonly string path;
    private readonly IReadOnlyList<(long Offset, long Length)> places;
    private readonly PageLimits limits;

    private BundleFile(string path, IReadOnlyList<(long Offset, long Length)> places, PageLimits limits)
    {
        this.path = path;
        this.places = places;
        this.limits = limits;
    }

    /// <inheritdoc/>
    public int PageCount => places.Count;

    /// <summary>Opens a bundle by its head.</summary>
    public static Result<IOpenedFile> Open(string path, PageLimits limits)
    {
        using var stream = File.OpenRead(path);
        return PictureBundle.ReadPlaces(stream) is { } places
            ? new BundleFile(path, places, limits)
            : PageFailures.Damaged(FileFormat.Bundle);
    }

    /// <inheritdoc/>
    public IEnumerable<SplitPage> ReadPages(IReadOnlyList<int> pageNumbers) =>
        pageNumbers.Select(number => new SplitPage(number, ReadRegion(new PageRegion(number, BoundingBox.WholePage), 1), TextLayer.Empty));

    /// <inheritdoc/>
    public Result<PageImage> ReadRegion(PageRegion region, double scale)
    {
        var part = Path.GetTempFileName();
        try
        {
            var format = TakeOut(places[region.PageNumber - 1], part);
            if (format is FileFormat.Unknown or FileFormat.Pdf or FileFormat.Bundle)
            {
                return PageFailures.DamagedPage(region.PageNumber);
            }

            if (!ImageFile.Open(part, format, limits).TryGet(out var picture, out var failure))
            {
                return failure;
            }

            using (picture)
            {
                return picture.ReadRegion(region with { PageNumber = 1 }, scale).TryGet(out var image, out failure)
                    ? image with
                    {
                        PageNumber = region.PageNumber,
                    }
                    : failure;
            }
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Pictures are taken out, opened and closed one by one.
    }

    private FileFormat TakeOut((long Offset, long Length) place, string target)
    {
        using var bundle = File.OpenRead(path);
        bundle.Seek(place.Offset, SeekOrigin.Begin);
        using var part = File.Create(target);
        var prefix = new byte[Math.Min(FileSignature.PrefixBytes, place.Length)];
        bundle.ReadExactly(prefix);
        part.Write(prefix);
        var buffer = new byte[64 * 1024];
        var left = place.Length - prefix.Length;
        while (left > 0 && bundle.Read(buffer, 0, (int)Math.Min(buffer.Length, left)) is > 0 and var count)
        {
            part.Write(buffer, 0, count);
            left -= count;
        }

        return FileSignature.Detect(prefix);
    }
}
