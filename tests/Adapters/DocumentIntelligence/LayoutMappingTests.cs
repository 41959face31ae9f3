using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using Xunit;

namespace GroundedDocs.Tests.Adapters.DocumentIntelligence;

public sealed class LayoutMappingTests
{
    [Theory]
    [InlineData(8.5, 11, "inch")]
    [InlineData(850, 1100, "pixel")]
    public async Task Map_AnyUnit_NormalisesToThePage(double width, double height, string unit)
    {
        var polygon = LayoutAnswer.Box(width * 0.1, height * 0.2, width * 0.3, height * 0.25);

        var layout = await MapAsync(new LayoutAnswer(width, height, unit).Line(("Total", polygon)));

        AssertBox(new BoundingBox(0.1, 0.2, 0.2, 0.05), layout.Words[0].Box);
        Assert.Equal(WordSource.Service, layout.Words[0].Source);
        Assert.Equal(0.98, layout.Words[0].Confidence);
        Assert.Equal(new PixelSize(850, 1100), layout.Size);
    }

    // The text's top left corner comes first in a polygon; on a page turned clockwise it lies at the top right.
    [Theory]
    [InlineData(90, 270, 0.1, 0.8)]
    [InlineData(-90, 90, 0.9, 0.2)]
    [InlineData(180, 180, 0.8, 0.9)]
    public async Task Map_TurnedPage_GivesBoxesOfTheUprightPage(double angle, int applied, double x, double y)
    {
        var polygon = LayoutAnswer.Box((x * 10) - 0.5, (y * 20) - 0.5, (x * 10) + 0.5, (y * 20) + 0.5);

        var layout = await MapAsync(new LayoutAnswer(10, 20, "inch", angle).Line(("Total", polygon)));

        var (expectedX, expectedY) = applied switch
        {
            270 => (y, 1 - x),
            90 => (1 - y, x),
            _ => (1 - x, 1 - y),
        };
        Assert.Equal(applied, layout.AppliedRotationDegrees);
        Assert.Equal(expectedX, layout.Words[0].Box.CenterX, 6);
        Assert.Equal(expectedY, layout.Words[0].Box.CenterY, 6);
        Assert.Equal(applied == 180 ? new PixelSize(850, 1100) : new PixelSize(1100, 850), layout.Size);
    }

    [Fact]
    public async Task Map_SkewedPage_KeepsTheSmallAngle() =>
        Assert.Equal(-1.25, (await MapAsync(new LayoutAnswer(10, 20, "inch", 358.75))).SkewDegrees, 6);

    [Fact]
    public async Task Map_LinesCellsAndParagraphs_BecomeRunsOfWordsAndLines()
    {
        var answer = new LayoutAnswer(10, 10, "inch");
        answer.Line(("ACME", At(1, 1)), ("Ltd", At(2, 1))).Line(("Main", At(1, 2)), ("Street", At(2, 2))).Paragraph(0);
        var cell = answer.Offset;
        answer.Line(("Price", At(5, 1))).Line(("9.00", At(5, 2))).Paragraph(cell).Cell(cell).StrayWord("7", At(9, 9));

        var layout = await MapAsync(answer);

        Assert.Equal(["ACME Ltd", "Main Street", "Price", "9.00", "7"], layout.Lines.Select(layout.TextOf));
        Assert.Equal([(0, 2), (2, 2), (4, 1)], layout.Blocks.Select(block => (block.FirstLine, block.LineCount)));
        Assert.Equal(layout.Words.Count, layout.Lines.Sum(line => line.WordCount));
    }

    [Fact]
    public async Task Map_WordWithASpace_IsCutIntoWords()
    {
        var layout = await MapAsync(new LayoutAnswer(10, 10, "inch").Line(("12 345", LayoutAnswer.Box(1, 1, 7, 2))));

        Assert.Equal(["12", "345"], layout.Words.Select(word => word.Text));
        AssertBox(new BoundingBox(0.1, 0.1, 0.2, 0.1), layout.Words[0].Box);
        AssertBox(new BoundingBox(0.4, 0.1, 0.3, 0.1), layout.Words[1].Box);
    }

    [Fact]
    public async Task Map_SelectionMarks_BecomeCheckBoxes()
    {
        var layout = await MapAsync(new LayoutAnswer(10, 10, "inch").Mark("selected", At(1, 1)).Mark("unselected", At(2, 1)));

        Assert.Equal([true, false], layout.CheckBoxes.Select(box => box.IsSelected));
    }

    [Fact]
    public async Task Map_PolygonsThatAreNone_AreLeftOut()
    {
        var answer = new LayoutAnswer(10, 10, "inch").Line(
            ("a", []),
            ("b", [1, 1, 2]),
            ("c", LayoutAnswer.Box(20, 20, 30, 30)),
            ("d", At(1, 1))
        );

        Assert.Equal("d", Assert.Single((await MapAsync(answer)).Words).Text);
    }

    private static double[] At(double left, double top) => LayoutAnswer.Box(left, top, left + 0.8, top + 0.5);

    private static async Task<PageLayout> MapAsync(LayoutAnswer answer)
    {
        using var service = new ScriptedService().Answer(202, operation: ScriptedService.Operation).Answer(200, answer.Write());
        return (await service.AnalyzeAsync()).Value;
    }

    private static void AssertBox(BoundingBox expected, BoundingBox actual) =>
        Assert.True(expected.IntersectionOverUnion(actual) > 0.9999, $"Expected {expected}, got {actual}.");
}
