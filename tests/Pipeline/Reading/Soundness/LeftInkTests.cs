using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;
using GroundedDocs.Pipeline.Reading.Soundness;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading.Soundness;

public sealed class LeftInkTests
{
    // A paragraph gives the page its usual height of letters.
    private readonly Paper paper = new Paper(760, 1000)
        .Letters(new(60, 100, 700, 110))
        .Letters(new(60, 130, 700, 140))
        .Letters(new(60, 160, 700, 170));

    private Word[] Paragraph => [paper.Word("text", new(58, 98, 702, 172))];

    [Fact]
    public void Find_NumberThatNobodyRead_IsFoundWithItsDigitsTogether()
    {
        paper.Letters(new(300, 400, 320, 410)).Letters(new(300, 416, 320, 426));
        var found = Find([]).OrderBy(box => box.Top);
        Assert.Equal([new PixelBox(300, 400, 319, 410), new PixelBox(300, 416, 319, 426)], found);
    }

    [Fact]
    public void Find_WordInsideADrawnRing_IsFoundWithoutTheRing()
    {
        paper.Letters(new(300, 400, 320, 410)).Ring(270, 380, 350, 430, 2);
        Assert.Equal([new PixelBox(300, 400, 319, 410)], Find([]));
    }

    // Larger and wider spaced than the print around it.
    [Fact]
    public void Find_DatePutInByHand_IsFoundAsOneWord()
    {
        paper.Fill(300, 400, 315, 428).Fill(324, 396, 328, 430).Fill(338, 402, 352, 427);
        Assert.Equal([new PixelBox(300, 396, 352, 430)], Find([]));
    }

    [Fact]
    public void Find_DrawingHigherThanPeopleWrite_IsNoWord()
    {
        paper.Fill(300, 400, 350, 460);
        Assert.Empty(Find([]));
    }

    [Fact]
    public void Find_CheckBox_IsNoWord()
    {
        var box = new CheckBox(paper.Frame(300, 400, 312, 412, 1).Word("x", new(300, 400, 312, 412)).Box, false, 1, WordSource.Recognition);
        Assert.Empty(Find([box]));
    }

    [Fact]
    public void Find_PageFullOfInkThatNobodyRead_IsTakenForDrawings()
    {
        for (var mark = 0; mark < 20; mark++)
        {
            paper.Fill(80 + (mark * 30), 500, 85 + (mark * 30), 510);
        }

        Assert.Empty(Find([]));
    }

    private IReadOnlyList<PixelBox> Find(CheckBox[] boxes)
    {
        var ink = InkMap.From(paper.Raster);
        return LeftInk.Find(ink, InkComponents.Find(ink), Paragraph, boxes);
    }
}
