using GroundedDocs.Adapters.Recognition.Lines;
using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Reading;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Lines;

public sealed class WordBoxTests
{
    private static readonly PixelSize Page = new(400, 200);

    // Two letters at the ends of a line that rises by one pixel in ten: the box reaches from the foot of the one to the head of the
    // other and, but for its margin, no further.
    [Fact]
    public void Around_WordOnASlantedLine_IsAsHighAsItsInk()
    {
        var line = new RotatedBox(new PixelPoint(200, 101), 240, 48, -Math.Atan(0.1));

        var found = BoxOf(line, 20, (100, 100), (280, 82));

        const double Margin = 4;
        Assert.InRange(found.Top * Page.Height, 82 - Margin, 82);
        Assert.InRange(found.Bottom * Page.Height, 120, 120 + Margin);
        Assert.InRange(found.Left * Page.Width, 100 - Margin, 100);
        Assert.InRange(found.Right * Page.Width, 300, 300 + Margin);
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(40, 3)]
    public void Around_Letter_LeavesMorePaperAroundSmallPrint(int height, double expectedMargin)
    {
        var line = new RotatedBox(new PixelPoint(150, 80 + (height / 2.0)), 200, height * 1.5, 0);

        var found = BoxOf(line, height, (100, 80));

        Assert.Equal(expectedMargin, 100 - (found.Left * Page.Width), 0.6);
        Assert.Equal(expectedMargin, (found.Bottom * Page.Height) - 80 - height, 0.6);
    }

    // Letters are black squares.
    private static BoundingBox BoxOf(RotatedBox line, int side, params (int Left, int Top)[] letters)
    {
        var rgb = new byte[Page.PixelCount * 3];
        Array.Fill(rgb, byte.MaxValue);
        foreach (var (left, top) in letters)
        {
            for (var y = top; y < top + side; y++)
            {
                rgb.AsSpan(((y * Page.Width) + left) * 3, side * 3).Clear();
            }
        }

        var picture = LinePicture.Cut(new Raster(Page, rgb), line);
        var ink = InkMap.Of(picture);
        return WordBox.Around(WordBounds.Find(ink, 0, picture.Width)!.Value, ink, picture, Page);
    }
}
