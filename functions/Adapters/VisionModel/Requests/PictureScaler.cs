using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using NetVips;

namespace GroundedDocs.Adapters.VisionModel.Requests;

/// <summary>Brings page images to a size that the server takes and the model sees unscaled.</summary>
public static class PictureScaler
{
    /// <summary>Artefacts of stronger compression cost small print.</summary>
    private const int JpegQuality = 88;

    /// <summary>
    /// The largest size of about the same proportions with at most <paramref name="maxPixels"/> pixels and sides that are multiples of
    /// <paramref name="sizeFactor"/>; never larger than the page, apart from rounding to one factor.
    /// </summary>
    public static PixelSize Fit(PixelSize page, int maxPixels, int sizeFactor)
    {
        var scale = Math.Min(1, Math.Sqrt(maxPixels / (double)page.PixelCount));
        return new PixelSize(Side(page.Width * scale), Side(page.Height * scale));

        int Side(double length) => Math.Max(sizeFactor, (int)Math.Floor((length + 1e-9) / sizeFactor) * sizeFactor);
    }

    /// <summary>The page's picture in the size of <see cref="Fit"/>; the page's own bytes where nothing has to change.</summary>
    public static PagePicture Scale(PageImage page, int maxPixels, int sizeFactor)
    {
        ArgumentNullException.ThrowIfNull(page);
        var size = Fit(page.Size, maxPixels, sizeFactor);
        if (size == page.Size || page.Jpeg.IsEmpty)
        {
            return new PagePicture(page.PageNumber, size, page.Jpeg);
        }

        using var scaled = Image.ThumbnailBuffer(page.Jpeg.ToArray(), size.Width, height: size.Height, size: Enums.Size.Force);
        return new PagePicture(page.PageNumber, size, scaled.JpegsaveBuffer(q: JpegQuality));
    }
}
