using BitMiracle.LibTiff.Classic;

namespace GroundedDocs.Groundtruth.Rendering;

/// <summary>Writes scans as one TIFF of several pages.</summary>
public static class TiffFile
{
    private const int Threshold = 150;

    /// <summary>The file: gray with Deflate, or black and white with CCITT group 4 as fax servers and copiers send it.</summary>
    public static byte[] Write(IReadOnlyList<Scan> scans, int dpi, bool isBilevel)
    {
        using var stream = new MemoryStream();
        using (var tiff = Tiff.ClientOpen("sample", "w", stream, new TiffStream()))
        {
            for (var page = 0; page < scans.Count; page++)
            {
                Describe(tiff, scans[page], dpi, isBilevel, page, scans.Count);
                for (var row = 0; row < scans[page].Height; row++)
                {
                    var gray = scans[page].Gray.AsSpan(row * scans[page].Width, scans[page].Width);
                    tiff.WriteScanline(isBilevel ? Bits(gray) : gray.ToArray(), row);
                }

                tiff.WriteDirectory();
            }
        }

        return stream.ToArray();
    }

    private static void Describe(Tiff tiff, Scan scan, int dpi, bool isBilevel, int page, int pageCount)
    {
        tiff.SetField(TiffTag.IMAGEWIDTH, scan.Width);
        tiff.SetField(TiffTag.IMAGELENGTH, scan.Height);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.BITSPERSAMPLE, isBilevel ? 1 : 8);
        tiff.SetField(TiffTag.ROWSPERSTRIP, isBilevel ? scan.Height : 64);
        tiff.SetField(TiffTag.PHOTOMETRIC, isBilevel ? Photometric.MINISWHITE : Photometric.MINISBLACK);
        tiff.SetField(TiffTag.COMPRESSION, isBilevel ? Compression.CCITTFAX4 : Compression.DEFLATE);
        tiff.SetField(TiffTag.FILLORDER, FillOrder.MSB2LSB);
        tiff.SetField(TiffTag.XRESOLUTION, (double)dpi);
        tiff.SetField(TiffTag.YRESOLUTION, (double)dpi);
        tiff.SetField(TiffTag.RESOLUTIONUNIT, ResUnit.INCH);
        tiff.SetField(TiffTag.SUBFILETYPE, FileType.PAGE);
        tiff.SetField(TiffTag.PAGENUMBER, page, pageCount);
    }

    private static byte[] Bits(ReadOnlySpan<byte> gray)
    {
        var bits = new byte[(gray.Length + 7) / 8];
        for (var x = 0; x < gray.Length; x++)
        {
            if (gray[x] < Threshold)
            {
                bits[x / 8] |= (byte)(0x80 >> (x % 8));
            }
        }

        return bits;
    }
}
