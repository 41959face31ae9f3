using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.CheckBoxes;
using GroundedDocs.Pipeline.Reading.Ink;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading;

public sealed class CheckBoxWordsTests
{
    private const int Width = 760;

    private readonly Paper paper = new Paper(Width, 1000).Frame(100, 100, 110, 110, 1).Letters(new(114, 101, 142, 109));

    [Fact]
    public void Without_MarkReadAsTheFirstLetter_LeavesTheLabelAndItsInk()
    {
        var word = Read("XP.O.", [98, 112, 120, 126, 134, 144], 0.6);
        var label = Assert.Single(Label([word], isSelected: true));
        Assert.Equal("P.O.", label.Text);
        Assert.InRange(label.Box.Left, 110.0 / Width, 114.0 / Width);
        Assert.InRange(label.Box.Height, 8.0 / 1000, 12.0 / 1000);
    }

    [Fact]
    public void Without_SquareInTheBoxOfAWordThatWasReadRight_KeepsAllLetters()
    {
        var word = Read("Post", [98, 121, 128, 135, 144], 1);
        var label = Assert.Single(Label([word], isSelected: false));
        Assert.Equal("Post", label.Text);
        Assert.True(label.Box.Left >= 110.0 / Width);
    }

    [Fact]
    public void Without_SquareReadAsASign_TakesTheSign() => Assert.Empty(Label([Read(">", [98, 112], 0.97)], isSelected: true));

    [Fact]
    public void Without_SquareThatIsALetterForSure_KeepsTheWord()
    {
        var word = Read("Dr.x", [98, 112, 121, 128, 144], 1);
        var letters = new SquareLetters(paper.Size, InkMap.From(paper.Raster));
        Assert.Empty(letters.Without([Square(isSelected: true)], [word]));
    }

    [Fact]
    public void Without_SquareThatRecognitionIsUnsureOf_StaysACheckBox()
    {
        var word = Read("Rr.x", [98, 112, 121, 128, 144], 0.7);
        var letters = new SquareLetters(paper.Size, InkMap.From(paper.Raster));
        Assert.Single(letters.Without([Square(isSelected: true)], [word]));
    }

    private IReadOnlyList<Word> Label(Word[] words, bool isSelected) =>
        new CheckBoxWords(paper.Size, InkMap.From(paper.Raster)).Without(words, [Square(isSelected)]);

    private CheckBox Square(bool isSelected) => new(paper.Word("□", new(100, 100, 110, 110)).Box, isSelected, 0.9, WordSource.Recognition);

    private Word Read(string text, int[] edges, double confidence) =>
        paper.Word(text, new(edges[0], 98, edges[^1], 112), WordSource.Recognition) with
        {
            CharacterEdges = [.. edges.Select(edge => (double)edge / Width)],
            CharacterConfidences = [.. text.Select(_ => confidence)],
        };
}
