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
        return CheckBoxFinder.Find(ink, InkComponents.Find(ink));
    }
}
