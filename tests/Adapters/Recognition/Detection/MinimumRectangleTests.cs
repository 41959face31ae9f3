using GroundedDocs.Adapters.Recognition.Detection;
using GroundedDocs.Adapters.Recognition.Pixels;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Detection;

public sealed class MinimumRectangleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-30)]
    public void Around_CornersOfARectangle_IsThatRectangle(double degrees)
    {
        var expected = new RotatedBox(new PixelPoint(50, 40), 60, 12, degrees * Math.PI / 180);
        PixelPoint[] corners = [expected.At(0, 0), expected.At(60, 0), expected.At(60, 12), expected.At(0, 12), expected.At(30, 6)];

        var hull = MinimumRectangle.Hull([.. corners.OrderBy(corner => corner.Y).ThenBy(corner => corner.X)]);
        var actual = MinimumRectangle.Around(hull);

        Assert.Equal(4, hull.Length);
        Assert.Equal(expected.Center.X, actual.Center.X, 1e-6);
        Assert.Equal(expected.Center.Y, actual.Center.Y, 1e-6);
        Assert.Equal(expected.Angle, actual.Angle, 1e-6);
        Assert.Equal((60.0, 12.0), (Math.Round(actual.Width, 6), Math.Round(actual.Height, 6)));
    }

    [Fact]
    public void Regions_OfAMap_AreItsConnectedPartsAboveTheThreshold()
    {
        float[] map = [0.9f, 0.9f, 0.0f, 0.0f, 0.0f, 0.0f, 0.0f, 0.5f, 0.0f, 0.0f, 0.5f, 0.2f];

        var regions = new ProbabilityMap(map, 4, 3, 0.3f).Regions().ToList();

        Assert.Equal([0.9, 0.5], regions.Select(region => Math.Round(region.Score, 3)));
        var first = MinimumRectangle.Around(regions[0].Hull);
        Assert.Equal((2.0, 1.0), (first.Width, first.Height));
    }
}
