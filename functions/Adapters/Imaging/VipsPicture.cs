using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using NetVips;

namespace GroundedDocs.Adapters.Imaging;

/// <summary>Turns pictures of any colour space and depth into page images.</summary>
internal static class VipsPicture
{
    /// <summary>Loads the native library and its encoder, so that the first file does not wait for them.</summary>
    public static void Prepare()
    {
        // A picture is used once: keeping operations or open files would only hold memory.
        Cache.Max = 0;
        using var dot = Image.Black(16, 16, bands: 3);
        _ = dot.JpegsaveBuffer(q: 90);
    }

    /// <summary>The picture as three bytes a pixel, transparent parts over white paper.</summary>
    public static Image ToPaper(Image picture)
    {
        var colour = picture.Interpretation is Enums.Interpretation.Srgb or Enums.Interpretation.Bw
            ? picture
            : picture.Colourspace(Enums.Interpretation.Srgb);
        var opaque = colour.HasAlpha() ? colour.Flatten(background: [255.0]) : colour;
        var bytes = opaque.Format == Enums.BandFormat.Uchar ? opaque : opaque.Cast(Enums.BandFormat.Uchar);
        return bytes.Bands == 1 ? bytes.Bandjoin(bytes, bytes) : bytes;
    }

    /// <summary>Encodes a picture made by <see cref="ToPaper"/>.</summary>
    public static PageImage Encode(Image paper, int pageNumber, double dpi, PageLimits limits) =>
        new(
            pageNumber,
            new PixelSize(paper.Width, paper.Height),
            dpi,
            paper.JpegsaveBuffer(q: limits.JpegQuality, keep: Enums.ForeignKeep.None)
        );

    /// <summary>The factor, at most 1, that brings a picture within a number of pixels.</summary>
    public static double FactorWithin(long width, long height, long maximumPixels) =>
        Math.Min(1, Math.Sqrt(maximumPixels / ((double)width * height)));
}
