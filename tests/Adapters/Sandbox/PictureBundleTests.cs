using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Documents.Geometry;
using SkiaSharp;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Sandbox;

public sealed class PictureBundleTests(ReaderFixture readers) : IClassFixture<ReaderFixture>
{
    [Fact]
    public async Task Bundle_OfPictures_HasAPageForEachInOrder()
    {
        var bundle = await BundleAsync(Picture(60, 40), "not a picture"u8.ToArray(), Picture(30, 90));

        var (result, pages) = await readers.SplitAsync(bundle);

        Assert.Equal(3, result.Value);
        Assert.Equal([1, 2, 3], pages.Select(page => page.PageNumber));
        Assert.Equal(new PixelSize(60, 40), pages[0].Image.Value.Size);
        Assert.NotNull(pages[1].Image.Failure);
        Assert.Equal((new PixelSize(30, 90), 3), (pages[2].Image.Value.Size, pages[2].Image.Value.PageNumber));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2_001)]
    [InlineData(long.MaxValue)]
    public async Task Bundle_WithAFalseCount_IsDamaged(long count)
    {
        byte[] bundle = [.. "GDPARTS1"u8, .. BitConverter.GetBytes(count), .. BitConverter.GetBytes(4L), 1, 2, 3, 4];

        Assert.Equal("file.damaged", (await readers.SplitAsync(bundle)).Result.Failure?.Code);
    }

    [Fact]
    public async Task Bundle_ThatPromisesMoreThanItHolds_IsDamaged()
    {
        byte[] bundle = [.. "GDPARTS1"u8, .. BitConverter.GetBytes(1L), .. BitConverter.GetBytes(1_000L), 1, 2, 3, 4];

        Assert.Equal("file.damaged", (await readers.SplitAsync(bundle)).Result.Failure?.Code);
    }

    private static byte[] Picture(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.White);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return encoded.ToArray();
    }

    private static async Task<byte[]> BundleAsync(params byte[][] parts)
    {
        var folder = Directory.CreateTempSubdirectory("bundle");
        try
        {
            var paths = parts.Index().Select(part => Path.Combine(folder.FullName, $"{part.Index}")).ToArray();
            foreach (var (path, part) in paths.Zip(parts))
            {
                await File.WriteAllBytesAsync(path, part, TestContext.Current.CancellationToken);
            }

            var target = Path.Combine(folder.FullName, "bundle");
            await PictureBundle.WriteAsync(target, paths, TestContext.Current.CancellationToken);
            return await File.ReadAllBytesAsync(target, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
