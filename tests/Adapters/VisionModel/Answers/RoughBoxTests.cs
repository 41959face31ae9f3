using System.Text;
using GroundedDocs.Adapters.VisionModel;
using GroundedDocs.Adapters.VisionModel.Answers;
using GroundedDocs.Documents.Geometry;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel.Answers;

public sealed class RoughBoxTests
{
    private static readonly PixelSize Sent = new(560, 840);

    [Theory]
    [InlineData("[100,200,300,250]", BoxSpace.Thousandths, 0.1, 0.2, 0.2, 0.05)]
    [InlineData("[56,84,112,168]", BoxSpace.SentPixels, 0.1, 0.1, 0.1, 0.1)]
    [InlineData("[300,250,100,200]", BoxSpace.Thousandths, 0.1, 0.2, 0.2, 0.05)]
    [InlineData("[-50,900,100,1200]", BoxSpace.Thousandths, 0, 0.9, 0.1, 0.1)]
    [InlineData("[\"100\",200.0,300,2.5e2]", BoxSpace.Thousandths, 0.1, 0.2, 0.2, 0.05)]
    public void Box_InTheFamilysCoordinates_LiesOnThePage(string json, BoxSpace space, double left, double top, double width, double height)
    {
        var box = Read(json, space)!.Value;

        Assert.Equal(left, box.Left, 6);
        Assert.Equal(top, box.Top, 6);
        Assert.Equal(width, box.Width, 6);
        Assert.Equal(height, box.Height, 6);
    }

    [Theory]
    [InlineData("[1,2,3]", BoxSpace.Thousandths)]
    [InlineData("[1,2,3,null]", BoxSpace.Thousandths)]
    [InlineData("[1e999,2,3,4]", BoxSpace.Thousandths)]
    [InlineData("[1200,1200,1300,1300]", BoxSpace.Thousandths)]
    [InlineData("[100,100,100,100]", BoxSpace.Thousandths)]
    [InlineData("null", BoxSpace.Thousandths)]
    [InlineData("[100,200,300,250]", BoxSpace.None)]
    public void Box_ThatIsNone_IsNull(string json, BoxSpace space) => Assert.Null(Read(json, space));

    private static BoundingBox? Read(string json, BoxSpace space) =>
        RoughBox.Read(AnswerParser.Parse(Encoding.UTF8.GetBytes($$"""{"box":{{json}}}"""))!.Member("box"), space, Sent);
}
