using GroundedDocs.Adapters.VisionModel.Requests;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Pages;
using NetVips;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel.Requests;

public sealed class PictureScalerTests
{
    [Theory]
    [InlineData(1654, 2339, 1_200_000, 28)]
    [InlineData(2339, 1654, 400_000, 32)]
    [InlineData(20_000, 10, 1_200_000, 28)]
    [InlineData(50_000, 50_000, 1_200_000, 1)]
    public void Fit_AnyPage_StaysWithinThePixelsInWholeFactors(int width, int height, int maxPixels, int factor)
    {
        var size = PictureScaler.Fit(new PixelSize(width, height), maxPixels, factor);

        Assert.True(size.PixelCount <= maxPixels);
        Assert.Equal((0, 0), (size.Width % factor, size.Height % factor));
    }

    [Fact]
    public void Fit_OrdinaryPage_KeepsProportionsAndUsesThePixels()
    {
        var size = PictureScaler.Fit(new PixelSize(1654, 2339), 1_200_000, 28);

        Assert.InRange(size.PixelCount / 1_200_000.0, 0.9, 1);
        Assert.InRange(size.Width / (double)size.Height / (1654 / 2339.0), 0.96, 1.04);
    }

    [Fact]
    public void Scale_LargePage_GivesAPictureOfThatSize()
    {
        using var blank = Image.Black(1700, 2200);
        var page = new PageImage(3, new PixelSize(1700, 2200), 200, blank.JpegsaveBuffer());

        var picture = PictureScaler.Scale(page, 400_000, 28);

        using var decoded = Image.NewFromBuffer(picture.Jpeg.ToArray());
        Assert.Equal((picture.Size.Width, picture.Size.Height), (decoded.Width, decoded.Height));
        Assert.Equal(3, picture.PageNumber);
    }
}
