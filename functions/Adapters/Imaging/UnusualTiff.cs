using System.Runtime.InteropServices;
using BitMiracle.LibTiff.Classic;
using GroundedDocs.Pipeline.Pages;
using NetVips;

namespace GroundedDocs.Adapters.Imaging;

/// <summary>
/// Decodes the kinds of TIFF that the native library refuses (old-style JPEG, separate planes of 16 bits) with a second library, which
/// is managed and slower.
/// </summary>
internal static class UnusualTiff
{
    private const int Bands = 4;
    private const int JpegBits = 8;

    /// <summary>The number of pages, or 0 when this library cannot open the file either.</summary>
    public static int PageCount(string path)
    {
        using var tiff = Open(path);
        return tiff?.NumberOfDirectories() ?? 0;
    }

    /// <summary>
    /// The pixels of a page, upright; black ones of the right size when there are more than the limit, as then only the size matters;
    /// null when the page is damaged.
    /// </summary>
    public static Image? Load(string path, int pageIndex, PageLimits limits)
    {
        using var tiff = Open(path);
        if (tiff is null || !tiff.SetDirectory((short)pageIndex))
        {
            return null;
        }

        SupplyBitsPerSample(tiff);
        var (width, height) = (Number(tiff, TiffTag.IMAGEWIDTH), Number(tiff, TiffTag.IMAGELENGTH));
        if (width <= 0 || height <= 0)
        {
            return null;
        }

        if ((long)width * height > limits.MaximumSourcePixels)
        {
            return Image.Black(width, height);
        }

        var pixels = new int[width * height];
        // Pixels are packed with red in the lowest byte, which is the order of bands in memory on every machine we run on.
        return tiff.ReadRGBAImageOriented(width, height, pixels, Orientation.TOPLEFT, stopOnError: true)
            ? Image
                .NewFromMemoryCopy<byte>(MemoryMarshal.AsBytes(pixels.AsSpan()), width, height, Bands, Enums.BandFormat.Uchar)
                .Copy(interpretation: Enums.Interpretation.Srgb)
            : null;
    }

    // A file that forgets its samples a pixel has its bits a sample misread, too. Old-style JPEG knows 8 only.
    private static void SupplyBitsPerSample(Tiff tiff)
    {
        if (Number(tiff, TiffTag.COMPRESSION) == (int)Compression.OJPEG)
        {
            tiff.SetField(TiffTag.BITSPERSAMPLE, JpegBits);
        }
    }

    private static int Number(Tiff tiff, TiffTag tag) => tiff.GetField(tag) is [var value, ..] ? value.ToInt() : 0;

    private static Tiff? Open(string path)
    {
        Tiff.SetErrorHandler(new Silence());
        return Tiff.Open(path, "r");
    }

    // Its complaints would quote the document.
    private sealed class Silence : TiffErrorHandler
    {
        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
        {
            // The answer of the call says enough.
        }

        public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
        {
            // Nobody asks.
        }
    }
}
