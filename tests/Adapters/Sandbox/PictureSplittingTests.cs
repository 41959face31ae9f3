using System.Buffers.Binary;
using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Groundtruth.Rendering;
using GroundedDocs.Pipeline.Pages;
using NetVips;
using SkiaSharp;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Sandbox;

public sealed class PictureSplittingTests(ReaderFixture readers) : IClassFixture<ReaderFixture>
{
    [Theory]
    [InlineData(".png")]
    [InlineData(".jpg")]
    [InlineData(".webp")]
    [InlineData(".gif")]
    [InlineData(".tif")]
    public async Task Split_Picture_KeepsItsOwnResolution(string format)
    {
        using var picture = HalfBlack(300, 200);
        await AssertHalfBlack(picture.WriteToBuffer(format));
    }

    [Fact]
    public async Task Split_Bitmap_KeepsItsOwnResolution() => await AssertHalfBlack(Bitmap(300, 200));

    [Fact]
    public async Task Split_JpegTakenSideways_ComesUpright()
    {
        using var picture = HalfBlack(300, 200);
        using var sideways = picture.Mutate(image => image.Set(GValue.GIntType, "orientation", 6));
        var (_, pages) = await readers.SplitAsync(sideways.JpegsaveBuffer());
        var raster = new VipsPageDecoder().Decode(pages[0].Image.Value).Value;
        Assert.Equal(new PixelSize(200, 300), raster.Size);
        // Turned clockwise, the black left half is on top.
        Assert.True(raster.Rgb[0] < 60);
        Assert.True(raster.Rgb[^1] > 200);
    }

    [Fact]
    public async Task Split_TransparentPicture_StandsOnWhitePaper()
    {
        using var clear = Image.Black(50, 40, bands: 4).Copy(interpretation: Enums.Interpretation.Srgb);
        var (_, pages) = await readers.SplitAsync(clear.PngsaveBuffer());
        Assert.True(new VipsPageDecoder().Decode(pages[0].Image.Value).Value.Rgb[0] > 250);
    }

    [Fact]
    public async Task Split_TiffOfSeveralPages_HandsOutEach()
    {
        Scan[] scans =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(_ => new Scan(new FinishedPage(SKMatrix.Identity, new SKSize(60, 40)), new byte[60 * 40], 60, 40)),
        ];
        var (result, pages) = await readers.SplitAsync(TiffFile.Write(scans, 100, isBilevel: true));
        Assert.Equal(3, result.Value);
        Assert.Equal([1, 2, 3], pages.Select(page => page.PageNumber));
        Assert.All(pages, page => Assert.Equal((new PixelSize(60, 40), 100.0), (page.Image.Value.Size, Math.Round(page.Image.Value.Dpi))));
    }

    [Fact]
    public async Task Split_TruncatedJpeg_IsRefused()
    {
        using var picture = HalfBlack(600, 400);
        var whole = picture.JpegsaveBuffer(q: 100);
        var (_, pages) = await readers.SplitAsync(whole[..(whole.Length * 2 / 3)]);
        Assert.Equal("page.damaged", pages[0].Image.Failure?.Code);
    }

    [Fact]
    public async Task Split_PictureAboveTheLimitOfPageImages_ComesSmaller()
    {
        using var picture = HalfBlack(400, 200);
        var (_, pages) = await readers.SplitAsync(picture.PngsaveBuffer(), PageLimits.Default with { MaximumImagePixels = 20_000 });
        Assert.Equal(new PixelSize(200, 100), pages[0].Image.Value.Size);
    }

    [Fact]
    public async Task RenderRegion_OfAPicture_ShowsThatPartLarger()
    {
        using var picture = HalfBlack(300, 200);
        var source = readers.Store(picture.PngsaveBuffer());
        var image = await new SandboxedDocumentSplitter(readers.Pool, PageLimits.Default).RenderRegionAsync(
            source,
            new PageRegion(1, new BoundingBox(0, 0, 0.5, 0.5)),
            3,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(new PixelSize(450, 300), image.Value.Size);
    }

    private async Task AssertHalfBlack(byte[] file)
    {
        var (result, pages) = await readers.SplitAsync(file);
        Assert.Equal(1, result.Value);
        var raster = new VipsPageDecoder().Decode(pages[0].Image.Value).Value;
        Assert.Equal(new PixelSize(300, 200), raster.Size);
        Assert.True(raster.Rgb[0] < 60);
        Assert.True(raster.Rgb[^1] > 200);
    }

    private static Image HalfBlack(int width, int height)
    {
        using var black = Image.Black(width / 2, height, bands: 3);
        using var white = black + 255;
        using var both = black.Join(white, Enums.Direction.Horizontal);
        return both.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    // 24 bits a pixel, rows of a multiple of four bytes from the bottom.
    private static byte[] Bitmap(int width, int height)
    {
        var stride = ((width * 3) + 3) / 4 * 4;
        var file = new byte[54 + (stride * height)];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(28), 24);
        for (var y = 0; y < height; y++)
        {
            file.AsSpan(54 + (y * stride) + (width / 2 * 3), width / 2 * 3).Fill(255);
        }

        return file;
    }
}
