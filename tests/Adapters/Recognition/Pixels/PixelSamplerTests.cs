using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Documents.Geometry;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Pixels;

public sealed class PixelSamplerTests
{
    private static readonly PixelSize Size = new(200, 120);

    [Theory]
    [InlineData(0.0, 40, 40)] // as it stands
    [InlineData(0.0, 96, 48)] // magnified
    [InlineData(0.0, 10, 10)] // made smaller, several samples a pixel
    [InlineData(0.3, 40, 40)]
    [InlineData(0.3, 96, 48)]
    [InlineData(-1.2, 10, 10)]
    [InlineData(Math.PI, 40, 40)] // on its head
    public void Crop_OfAGradient_ShowsThePlaceOfEveryPixel(double angle, int width, int height)
    {
        var box = new RotatedBox(new PixelPoint(100, 60), 40, 30, angle);

        var picture = PixelSampler.Crop(Gradient(), Size, box, width, height);

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var place = box.At((x + 0.5) * box.Width / width, (y + 0.5) * box.Height / height);
                var pixel = picture.AsSpan(((y * width) + x) * 3, 3);
                Assert.Equal(place.X - 0.5, pixel[0], 1.0);
                Assert.Equal(place.Y - 0.5, pixel[1], 1.0);
                Assert.Equal(7, pixel[2]);
            }
        }
    }

    [Fact]
    public void Crop_BeyondTheEdge_GoesOnAsTheBorder()
    {
        var picture = PixelSampler.Crop(Gradient(), Size, new RotatedBox(new PixelPoint(0, 0), 60, 60, 0), 60, 60);

        Assert.Equal((0, 0), (picture[0], picture[1]));
    }

    [Fact]
    public void Crop_OfNoise_IsTheSameLevelAndHardlyTurned()
    {
        var random = new Random(5);
        var rgb = new byte[Size.Width * Size.Height * 3];
        random.NextBytes(rgb);
        var level = new RotatedBox(new PixelPoint(90.3, 50.7), 60, 20, 0);

        var expected = PixelSampler.Crop(rgb, Size, level with { Angle = 0.009 }, 144, 48);
        var actual = PixelSampler.Crop(rgb, Size, level, 144, 48);

        var middle = ((24 * 144) + 72) * 3;
        Assert.All(Enumerable.Range(middle, 3), index => Assert.Equal(expected[index], actual[index], 8.0));
    }

    // Red is the column, green the row.
    private static byte[] Gradient()
    {
        var rgb = new byte[Size.Width * Size.Height * 3];
        for (var pixel = 0; pixel < Size.Width * Size.Height; pixel++)
        {
            rgb[pixel * 3] = (byte)(pixel % Size.Width);
            rgb[(pixel * 3) + 1] = (byte)(pixel / Size.Width);
            rgb[(pixel * 3) + 2] = 7;
        }

        return rgb;
    }
}
