using GroundedDocs.Pipeline.Pages;
using NetVips;
using SkiaSharp;

namespace GroundedDocs.Adapters.Imaging;

/// <summary>Opens one page of a picture file with the loader of its format; nothing is decoded before pixels are asked for.</summary>
internal static class ImageLoader
{
    private const double MillimetresPerInch = 25.4;

    // Half a receipt has no total: a picture that breaks off is refused rather than read for what is left of it.
    private const Enums.FailOn Cut = Enums.FailOn.Truncated;

    /// <summary>The page of a picture.</summary>
    /// <exception cref="VipsException">The file is damaged.</exception>
    public static Image Load(string path, FileFormat format, int pageIndex, PageLimits limits) =>
        format switch
        {
            FileFormat.Jpeg => Image.Jpegload(path, failOn: Cut),
            FileFormat.Png => Image.Pngload(path, unlimited: false, failOn: Cut),
            FileFormat.Tiff => Image.Tiffload(path, page: pageIndex, failOn: Cut),
            FileFormat.Webp => Image.Webpload(path, failOn: Cut),
            FileFormat.Gif => Image.Gifload(path, failOn: Cut),
            _ => LoadBitmap(path, limits),
        };

    /// <summary>How many pages the header of a multi-page format states.</summary>
    public static int PageCount(Image header) => header.Contains("n-pages") ? Math.Max(1, (int)header.Get("n-pages")) : 1;

    /// <summary>Pixels per inch as the header states them, or 0.</summary>
    public static double Dpi(Image header)
    {
        var dpi = header.Xres * MillimetresPerInch;
        // One pixel a millimetre is what a missing resolution looks like.
        return header.Xres <= 1 || !double.IsFinite(dpi) || dpi > 10_000 ? 0 : dpi;
    }

    // The native library has no loader for Windows bitmaps.
    private static Image LoadBitmap(string path, PageLimits limits)
    {
        using var codec = SKCodec.Create(path) ?? throw new VipsException("not a bitmap");
        var info = codec.Info.WithColorType(SKColorType.Rgba8888).WithAlphaType(SKAlphaType.Unpremul);
        if ((long)info.Width * info.Height > limits.MaximumSourcePixels)
        {
            // Only the header matters: the caller compares it with its limit.
            return Image.Black(info.Width, info.Height);
        }

        using var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        return result is SKCodecResult.Success
            ? Image
                .NewFromMemoryCopy(bitmap.GetPixels(), (ulong)info.BytesSize64, info.Width, info.Height, 4, Enums.BandFormat.Uchar)
                .Copy(interpretation: Enums.Interpretation.Srgb)
            : throw new VipsException("not a bitmap");
    }
}
