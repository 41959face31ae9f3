using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.CheckBoxes;
using GroundedDocs.Pipeline.Reading.Ink;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading;

public sealed class CheckBoxFinderTests
{
    [Fact]
    public void Find_EmptySquare_IsNotSelected()
    {
        var box = Assert.Single(Find(new Paper(1000, 1400).Frame(100, 100, 125, 125)));
        Assert.False(box.IsSelected);
        Assert.Equal((0.1, 0.025), (Math.Round(box.Box.Left, 4), Math.Round(box.Box.Width, 4)));
    }

    [Fact]
    public void Find_SquareWithACross_IsSelected() =>
        Assert.True(
            Assert
                .Single(Find(new Paper(1000, 1400).Frame(100, 100, 125, 125).Stroke(102, 102, 123, 123, 2).Stroke(102, 122, 123, 103, 2)))
                .IsSelected
        );

    [Fact]
    public void Find_SquareWithAStroke_IsSelected() =>
        Assert.True(Assert.Single(Find(new Paper(1000, 1400).Frame(100, 100, 125, 125).Stroke(106, 108, 119, 118, 3))).IsSelected);

    [Fact]
    public void Find_SquareWithATickThatSticksOut_IsFoundBesideAPlainOne()
    {
        var paper = new Paper(1000, 1400).Frame(100, 100, 125, 125).Frame(100, 200, 125, 225);
        var boxes = Find(paper.Stroke(105, 210, 112, 219, 3).Stroke(112, 219, 138, 188, 3));
        Assert.Equal([false, true], boxes.OrderBy(box => box.Box.Top).Select(box => box.IsSelected));
        Assert.Equal(200.0 / 1400, boxes.Max(box => box.Box.Top), 1e-3);
        Assert.All(boxes, box => Assert.Equal(25.0 / 1000, box.Box.Width, 1e-3));
    }

    [Fact]
    public void Find_SquaresThatDifferByAPixel_AreFoundOnceEach()
    {
        var paper = new Paper(1000, 1400).Frame(100, 100, 125, 125).Frame(100, 200, 125, 225).Frame(100, 300, 126, 326);
        Assert.Equal(3, Find(paper).Count);
    }

    [Fact]
    public void Find_TwoSquaresInOne_AreNoTickedOne()
    {
        var paper = new Paper(1000, 1400).Frame(100, 100, 125, 125).Frame(100, 200, 125, 225).Frame(123, 200, 148, 225);
        Assert.Equal(100.0 / 1400, Assert.Single(Find(paper)).Box.Top, 1e-3);
    }

    [Fact]
    public void Find_LetterO_IsNoCheckBox() => Assert.Empty(Find(new Paper(1000, 1400).Ring(100, 100, 122, 125, 3)));

    [Fact]
    public void Find_LetterD_IsNoCheckBox() =>
        Assert.Empty(Find(new Paper(1000, 1400).Ring(90, 100, 122, 125, 3).Fill(90, 100, 100, 125, 255).Fill(100, 100, 103, 125)));

    [Fact]
    public void Find_CellsOfATable_AreNoCheckBoxes()
    {
        var paper = new Paper(1000, 1400);
        for (var cell = 0; cell < 5; cell++)
        {
            paper.Frame(100 + (cell * 28), 100, 130 + (cell * 28), 130).Frame(100 + (cell * 28), 128, 130 + (cell * 28), 158);
        }

        Assert.Empty(Find(paper));
    }

    [Fact]
    public void Find_CombForSingleCharacters_IsNoRowOfCheckBoxes()
    {
        var paper = new Paper(1000, 1400);
        for (var cell = 0; cell < 9; cell++)
        {
            paper.Frame(100 + (cell * 30), 100, 125 + (cell * 30), 125);
        }

        Assert.Empty(Find(paper));
    }

    [Fact]
    public void Find_SquareDigitInsideANumber_IsNoCheckBox() =>
        Assert.Empty(Find(new Paper(1000, 1400).Frame(100, 100, 125, 125, 3).Fill(92, 100, 99, 125)));

    [Fact]
    public void Find_SolidSquare_IsNoCheckBox() => Assert.Empty(Find(new Paper(1000, 1400).Fill(100, 100, 125, 125)));

    [Fact]
    public void Find_SquareOfEightPixels_IsNotSelected()
    {
        var box = Assert.Single(Find(new Paper(760, 1000).Frame(100, 100, 108, 108, 1)));
        Assert.False(box.IsSelected);
        Assert.Equal(104.0 / 760, box.Box.CenterX, 1e-3);
    }

    [Fact]
    public void Find_SmallSquareFilledByItsMark_IsSelectedBesidePlainOnes()
    {
        var paper = new Paper(760, 1000).Frame(100, 100, 108, 108, 1).Frame(160, 100, 168, 108, 1).Fill(220, 100, 228, 108);
        Assert.Equal([false, false, true], Find(paper).OrderBy(box => box.Box.Left).Select(box => box.IsSelected));
    }

    [Fact]
    public void Find_SmallSquareWithACrossThatSticksOut_HoldsTheCross()
    {
        var paper = new Paper(760, 1000).Frame(100, 100, 108, 108, 1).Frame(160, 100, 168, 108, 1);
        var crossed = Assert.Single(Find(paper.Stroke(156, 96, 166, 108, 2).Stroke(156, 107, 168, 97, 2)), box => box.IsSelected);
        Assert.InRange(crossed.Box.Left, 153.0 / 760, 157.0 / 760);
        Assert.InRange(crossed.Box.Right, 168.0 / 760, 171.0 / 760);
    }

    [Fact]
    public void Find_SmallLettersOfSquareShape_AreNoCheckBoxes()
    {
        var paper = new Paper(760, 1000).Frame(100, 100, 108, 108, 1);
        // O, then D, then X with serifs.
        paper.Ring(200, 100, 209, 109, 2).Ring(240, 100, 250, 110, 2).Fill(240, 100, 244, 110, 255).Fill(243, 100, 245, 110);
        paper.Stroke(281, 100, 289, 110, 2).Stroke(281, 109, 290, 99, 2).Fill(280, 100, 284, 101).Fill(287, 100, 291, 101);
        paper.Fill(280, 109, 284, 110).Fill(287, 109, 291, 110);
        Assert.Equal(104.0 / 760, Assert.Single(Find(paper)).Box.CenterX, 1e-3);
    }

    [Fact]
    public void Find_BrokenSquareThatWasReadAsOne_IsFound()
    {
        var paper = new Paper(760, 1000).Frame(100, 100, 108, 108, 1).Fill(103, 100, 106, 101, 255).Fill(100, 103, 101, 105, 255);
        Assert.Empty(Find(paper));
        var ink = InkMap.From(paper.Raster);
        var components = InkComponents.Find(ink);
        var place = paper.Word("□", new(98, 98, 110, 110)).Box;
        Assert.False(Assert.Single(CheckBoxFinder.Find(ink, components, ReadSquares.Find([place], ink, components))).IsSelected);
    }

    [Fact]
    public void Find_FieldToWriteIntoThatWasReadAsASquare_IsNoCheckBox()
    {
        var paper = new Paper(760, 1000).Frame(100, 100, 130, 112, 1);
        var ink = InkMap.From(paper.Raster);
        var components = InkComponents.Find(ink);
        Assert.Empty(ReadSquares.Find([paper.Word("□", new(98, 98, 118, 114)).Box], ink, components));
    }

    [Fact]
    public void Split_BallotBoxesInText_BecomeCheckBoxes()
    {
        var paper = new Paper(1000, 1400);
        Word[] words =
        [
            paper.Word("☐", new(10, 10, 20, 20)),
            paper.Word("☒Yes", new(10, 30, 50, 40)),
            paper.Word("No", new(10, 50, 30, 60)),
        ];
        var (rest, boxes) = GlyphCheckBoxes.Split(words);
        Assert.Equal(["Yes", "No"], rest.Select(word => word.Text));
        Assert.Equal([false, true], boxes.Select(box => box.IsSelected));
        Assert.Equal(0.02, rest[0].Box.Left, 6);
    }

    private static IReadOnlyList<CheckBox> Find(Paper paper)
    {
        var ink = InkMap.From(paper.Raster);
        return CheckBoxFinder.Find(ink, InkComponents.Find(ink), []);
    }
}
