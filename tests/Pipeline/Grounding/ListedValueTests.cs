using GroundedDocs.Documents.Results;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

/// <summary>Values that list what stands in one column or row of a table.</summary>
public sealed class ListedValueTests
{
    [Fact]
    public void Ground_ValuesBelowEachOther_StayInTheirColumn()
    {
        var page = new PrintedPage();
        for (var line = 10; line < 14; line++)
        {
            page.Print(line, 10, $"{line}").Print(line, 30, $"{line}").Print(line, 50, $"{line}");
        }

        var field = page.Ground(PrintedPage.Schema("codes"), PrintedPage.Field("codes", "10 11 12 13")).Document.Fields[0];

        Assert.Equal(4, field.Boxes.Count);
        Assert.Single(field.Boxes.Select(b => b.Region.Box.Left).Distinct());
    }

    [Fact]
    public void Ground_ListOfAColumnWithGaps_StandsOnTheWordsOfThatColumn()
    {
        var page = new PrintedPage();
        int[] lines = [10, 16, 17, 40];
        for (var row = 0; row < lines.Length; row++)
        {
            page.Print(lines[row], 20, $"{row + 1}.0").Print(lines[row], 30, $"({row + 5})");
        }

        var field = page.Ground(PrintedPage.Schema("base"), PrintedPage.Field("base", "(5) (6) (7) (8)")).Document.Fields[0];

        Assert.Equal(["(5)", "(6)", "(7)", "(8)"], field.Boxes.Select(box => box.Content));
    }

    // Once the misread one is among the others, once it is the first, once a cell was read in two pieces.
    [Theory]
    [InlineData("(56) (72) (88) (94)", MatchTier.Fuzzy, "(56)", "(7Z)", "(88)", "(94)")]
    [InlineData("(56) (72) (88) (94)", MatchTier.Fuzzy, "(5G)", "(72)", "(88)", "(94)")]
    [InlineData("(56) (2) (88) (94)", MatchTier.Scattered, "(56)", "( 2)", "(88)", "(94)")]
    [InlineData("$ 5.60 7.20 8.80 9.40", MatchTier.Scattered, "5.60", "7.20", "8.80", "9.40")]
    public void Ground_ListWithACellReadWrong_StandsOnItsColumn(string value, MatchTier tier, params string[] cells)
    {
        var field = Print(cells).Ground(PrintedPage.Schema("base"), PrintedPage.Field("base", value)).Document.Fields[0];

        Assert.Equal(string.Concat(cells).Replace(" ", ""), string.Concat(field.Boxes.Select(box => box.Content)).Replace(" ", ""));
        Assert.Equal(tier, field.Tier);
    }

    [Fact]
    public void Ground_ListOfWordsNearlyRight_StandsOnItsRow()
    {
        var page = new PrintedPage()
            .Print(10, 40, "OTHER")
            .Print(12, 2, "ACIO")
            .Print(12, 20, "BASE")
            .Print(12, 40, "ISALT")
            .Print(12, 60, "OTHER");

        var field = page.Ground(PrintedPage.Schema("class"), PrintedPage.Field("class", "ACID BASE SALT OTHER")).Document.Fields[0];

        Assert.Equal(PrintedPage.BoxAt(12, 2, 63).Top, Assert.Single(field.Boxes.Select(box => box.Region.Box.Top).Distinct()));
        Assert.Equal("ACIO BASE ISALT OTHER", string.Join(' ', field.Boxes.Select(box => box.Content)));
    }

    // The anchor is printed in two pieces, the first cell is misread.
    [Fact]
    public void Ground_ListWhoseFirstCellsAreReadWrong_StartsFromALaterOne()
    {
        string[] cells = ["(S6)", "( 72)", "(88)", "(94)", "(61)"];

        var field = Print(cells).Ground(PrintedPage.Schema("base"), PrintedPage.Field("base", "(56) (72) (88) (94) (61)")).Document.Fields[
            0
        ];

        Assert.Equal(cells.Length, field.Boxes.Count);
    }

    [Theory]
    [InlineData("6 11 9 8", "8", "6", "11", "9")]
    [InlineData("53 60 46 57 50", "53", "604", "46", "571", "50")]
    public void Ground_ListAlongARow_StandsOnIt(string value, params string[] cells)
    {
        var page = new PrintedPage().Print(10, 2, "Votes");
        for (var column = 0; column < cells.Length; column++)
        {
            page.Print(10, 20 + (12 * column), cells[column]).Print(12, 20 + (12 * column), $"{column + 70}");
        }

        var field = page.Ground(PrintedPage.Schema("votes"), PrintedPage.Field("votes", value)).Document.Fields[0];

        Assert.Equal(string.Join(' ', cells), string.Join(' ', field.Boxes.Select(box => box.Content)));
    }

    [Theory]
    [InlineData("(11) (12) (13) (14) (15)", 4)]
    [InlineData("(10) (11) (12) (13) (15)", 0)]
    public void Ground_ListOfWhichOneCellWasNotRead_StandsOnTheOthersWhereItIsLong(string value, int boxes)
    {
        string[] cells = ["(11)", "(12)", "(13)", "(15)"];

        var field = Print(cells).Ground(PrintedPage.Schema("base"), PrintedPage.Field("base", value)).Document.Fields[0];

        Assert.Equal(boxes, field.Boxes.Count);
    }

    [Theory]
    [InlineData("(1.5) (2.5) (3.5)", "(15)", "(25)", "(35)")]
    [InlineData("(56) (72) (88) (94)", "(56)", "(7Z)", "(8B)", "(94)")]
    [InlineData("(56) (72) (88) (94)", "(56)", "total", "(88)", "(94)")]
    [InlineData("(56) (72) (88)", "(56)", "(7Z)", "(88)")]
    public void Ground_ListOfWhichTooMuchIsOther_HasNoPlace(string value, params string[] cells) =>
        Assert.Empty(Print(cells).Ground(PrintedPage.Schema("base"), PrintedPage.Field("base", value)).Document.Fields[0].Boxes);

    // Far from each other, with another column beside them.
    private static PrintedPage Print(string[] cells)
    {
        int[] lines = [10, 16, 17, 40, 41];
        var page = new PrintedPage();
        for (var row = 0; row < cells.Length; row++)
        {
            page.Print(lines[row], 20, $"{row + 1}.0").Print(lines[row], 30, cells[row]);
        }

        return page;
    }
}
