using GroundedDocs.Pipeline.Reading;
using GroundedDocs.Pipeline.Reading.Ink;
using GroundedDocs.Pipeline.Reading.Rules;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading;

public sealed class RuleEraserTests
{
    private const int LetterHeight = 20;

    [Fact]
    public void Erase_RuleUnderLetters_TakesTheRuleAndLeavesTheLetters()
    {
        var paper = new Paper(600, 200).Letters(new Paper.PixelArea(100, 80, 200, 100)).Fill(60, 110, 400, 113);

        var clean = Clean(paper)!;

        Assert.Equal(0, InkIn(clean, new Paper.PixelArea(40, 105, 420, 120)));
        Assert.Equal(InkIn(paper.Raster, Letters), InkIn(clean, Letters));
    }

    [Fact]
    public void Erase_RuleThatLettersStandOn_LeavesTheLettersWhole()
    {
        var paper = new Paper(600, 200).Letters(new Paper.PixelArea(100, 80, 200, 100)).Fill(60, 99, 400, 102);

        var clean = Clean(paper)!;

        Assert.Equal(0, InkIn(clean, new Paper.PixelArea(40, 95, 96, 110)));
        Assert.Equal(0, InkIn(clean, new Paper.PixelArea(210, 95, 420, 110)));
        Assert.Equal(InkIn(paper.Raster, Letters with { Bottom = 98 }), InkIn(clean, Letters with { Bottom = 98 }));
    }

    [Fact]
    public void Erase_RuleThatLettersStandOn_TakesItBelowThemToo()
    {
        var paper = new Paper(600, 200).Letters(new Paper.PixelArea(100, 80, 200, 100)).Fill(60, 99, 400, 104);

        Assert.Equal(0, InkIn(Clean(paper)!, new Paper.PixelArea(40, 100, 420, 120)));
    }

    [Fact]
    public void Erase_RuleThatAStrokeCrosses_LeavesTheStrokeWhole()
    {
        var stroke = new Paper.PixelArea(100, 80, 104, 120);
        var paper = new Paper(600, 200).Fill(stroke.Left, stroke.Top, stroke.Right, stroke.Bottom).Fill(60, 99, 400, 102);

        Assert.Equal(InkIn(paper.Raster, stroke), InkIn(Clean(paper)!, stroke));
    }

    [Fact]
    public void Erase_SidesOfATable_TakesThemUpToTheCorners()
    {
        var paper = new Paper(600, 300).Frame(50, 50, 550, 250).Letters(new Paper.PixelArea(100, 80, 200, 100));

        var clean = Clean(paper)!;

        const int FourCorners = 4 * 2 * 2;
        var letters = InkIn(paper.Raster, Letters);
        Assert.Equal(letters, InkIn(clean, Letters));
        Assert.InRange(InkIn(clean, new Paper.PixelArea(0, 0, 600, 300)), letters, letters + FourCorners);
    }

    [Fact]
    public void Erase_DashesAndBars_LeavesThem()
    {
        var paper = new Paper(600, 200).Fill(100, 90, 140, 93).Fill(200, 80, 420, 110);

        Assert.Null(Clean(paper));
    }

    private static Paper.PixelArea Letters => new(100, 80, 200, 100);

    private static Raster? Clean(Paper paper) =>
        RuleEraser.Erase(paper.Raster, InkMap.From(paper.Raster), LetterHeight).WithoutRules is { } pixels
            ? paper.Raster with
            {
                Rgb = pixels,
            }
            : null;

    private static int InkIn(Raster raster, Paper.PixelArea area)
    {
        var count = 0;
        for (var y = area.Top; y < area.Bottom; y++)
        {
            for (var x = area.Left; x < area.Right; x++)
            {
                count += raster.Rgb[3 * ((y * raster.Size.Width) + x)] < 128 ? 1 : 0;
            }
        }

        return count;
    }
}
