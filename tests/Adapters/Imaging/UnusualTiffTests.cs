using BitMiracle.LibTiff.Classic;
using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Pages;
using Xunit;
using Image = NetVips.Image;

namespace GroundedDocs.Tests.Adapters.Imaging;

public sealed class UnusualTiffTests : IDisposable
{
    private const int Width = 96;
    private const int Height = 64;

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Open_SeparatePlanesOf16Bits_ShowsTheirColours()
    {
        WritePlanes();

        var page = Image.NewFromBuffer(ReadPage().Jpeg.ToArray());

        Assert.Equal((Width, Height), (page.Width, page.Height));
        AssertColour([255, 128, 0], page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_OldStyleJpeg_ShowsItsColours(bool statesSamplesPerPixel)
    {
        File.WriteAllBytes(path, OldStyleJpeg(statesSamplesPerPixel));

        var page = Image.NewFromBuffer(ReadPage().Jpeg.ToArray());

        Assert.Equal((Width, Height), (page.Width, page.Height));
        AssertColour([200, 60, 30], page);
    }

    [Fact]
    public void Open_OldStyleJpegThatBreaksOff_SaysThatThePageIsDamaged()
    {
        File.WriteAllBytes(path, OldStyleJpeg(true)[..300]);

        var opened = ImageFile.Open(path, FileFormat.Tiff, PageLimits.Default);

        Assert.NotNull(opened.Failure ?? opened.Value.ReadPages([1]).Single().Image.Failure);
    }

    private PageImage ReadPage()
    {
        using var file = ImageFile.Open(path, FileFormat.Tiff, PageLimits.Default).Value;
        return file.ReadPages([1]).Single().Image.Value;
    }

    private static void AssertColour(double[] expected, Image page)
    {
        var pixel = page.Getpoint(Width / 2, Height / 2);
        Assert.All(expected.Zip(pixel), pair => Assert.Equal(pair.First, pair.Second, 6.0));
    }

    private void WritePlanes()
    {
        using var tiff = Tiff.Open(path, "w");
        tiff.SetField(TiffTag.IMAGEWIDTH, Width);
        tiff.SetField(TiffTag.IMAGELENGTH, Height);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 3);
        tiff.SetField(TiffTag.BITSPERSAMPLE, 16);
        tiff.SetField(TiffTag.ROWSPERSTRIP, Height);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.RGB);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.SEPARATE);
        ushort[] colour = [0xFFFF, 0x8080, 0];
        for (short plane = 0; plane < colour.Length; plane++)
        {
            var row = Enumerable.Range(0, Width).SelectMany(_ => BitConverter.GetBytes(colour[plane])).ToArray();
            for (var y = 0; y < Height; y++)
            {
                tiff.WriteScanline(row, y, plane);
            }
        }
    }

    // No library writes this form any more: a directory of tags, and a whole JPEG file that one of them points to.
    private static byte[] OldStyleJpeg(bool statesSamplesPerPixel)
    {
        var jpeg = (Image.Black(Width, Height) + new double[] { 200, 60, 30 }).Cast(NetVips.Enums.BandFormat.Uchar).JpegsaveBuffer(q: 95);
        var tags = new List<(ushort Tag, ushort Type, uint Count, uint Value)>
        {
            (256, 4, 1, Width),
            (257, 4, 1, Height),
            (258, 3, 3, 0), // bits a sample, at a place that is filled in below
            (259, 3, 1, 6), // old-style JPEG
            (262, 3, 1, 6), // YCbCr
            (273, 4, 1, 0), // the strip is the JPEG file
            (278, 4, 1, Height),
            (279, 4, 1, (uint)jpeg.Length),
            (513, 4, 1, 0),
            (514, 4, 1, (uint)jpeg.Length),
        };
        if (statesSamplesPerPixel)
        {
            tags.Insert(6, (277, 3, 1, 3));
        }

        var bitsAt = (uint)(8 + 2 + (12 * tags.Count) + 4);
        var jpegAt = bitsAt + 6;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("II*\0"u8);
        writer.Write(8u);
        writer.Write((ushort)tags.Count);
        foreach (var (tag, type, count, value) in tags)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(
                tag switch
                {
                    258 => bitsAt,
                    273 or 513 => jpegAt,
                    _ => value,
                }
            );
        }

        writer.Write(0u);
        for (var sample = 0; sample < 3; sample++)
        {
            writer.Write((ushort)8);
        }

        writer.Write(jpeg);
        return stream.ToArray();
    }
}
