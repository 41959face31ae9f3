using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;
using NetVips;

namespace GroundedDocs.Adapters.Imaging;

/// <summary>Decodes page images in process: they were encoded by our own reader.</summary>
public sealed class VipsPageDecoder : IPageDecoder
{
    /// <inheritdoc/>
    public Result<Raster> Decode(PageImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        try
        {
            using var picture = Image.JpegloadBuffer(image.Jpeg.ToArray(), access: Enums.Access.Sequential);
            using var paper = VipsPicture.ToPaper(picture);
            return new Raster(new PixelSize(paper.Width, paper.Height), paper.WriteToMemory<byte>());
        }
        catch (VipsException)
        {
            return PageFailures.DamagedPage(image.PageNumber);
        }
    }
}
