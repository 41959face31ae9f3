using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

public sealed class BadInputTests
{
    private static readonly string Schema = PrintedPage.Schema("field");

    [Fact]
    public void Ground_NoPages_IsUnlocated() =>
        Assert.Equal(GroundingStatus.Unlocated, PrintedPage.Ground([], Schema, Value("x")).Document.Fields[0].Status);

    [Fact]
    public void Ground_EmptyPage_IsUnlocated() => Assert.Equal(GroundingStatus.Unlocated, Ground([], "x").Status);

    [Theory]
    [InlineData(double.NaN, 0.1, 0.1, 0.1)]
    [InlineData(0.1, 0.1, double.PositiveInfinity, 0.1)]
    [InlineData(0.1, 0.1, -0.1, 0.1)]
    [InlineData(0.1, 0.1, 0, 0)]
    public void Ground_BoxThatCannotBeDrawn_IsLeftOut(double left, double top, double width, double height) =>
        Assert.Empty(Ground([new Word("Bolt", new BoundingBox(left, top, width, height), 1, WordSource.TextLayer)], "Bolt").Boxes);

    [Fact]
    public void Ground_BoxBeyondThePage_IsClampedToIt()
    {
        var field = Ground([new Word("Bolt", new BoundingBox(0.9, 0.9, 0.5, 0.5), 1, WordSource.TextLayer)], "Bolt");

        Assert.Equal(1, field.Boxes[0].Region.Box.Right, 9);
        Assert.Equal(1, field.Boxes[0].Region.Box.Bottom, 9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000\u0001\u0002")]
    [InlineData("\u200B\u200B")]
    [InlineData("\uD800")]
    public void Ground_WordsAndValuesWithoutText_StandOnNoOtherWord(string text) =>
        Assert.All(Ground([Word(text, 0.1), Word("Bolt", 0.3)], text).Boxes, box => Assert.Equal(text, box.Content));

    [Fact]
    public void Ground_ValueOfMegabytes_Ends() => Assert.Empty(Ground([Word("Bolt", 0.1)], new string('x', 3_000_000)).Boxes);

    [Fact]
    public void Ground_ThousandEqualWords_Ends()
    {
        var words = Enumerable
            .Range(0, 1000)
            .Select(i => new Word("a", new BoundingBox(0.02 * (i % 40), 0.03 * (i / 40), 0.015, 0.02), 1, WordSource.TextLayer))
            .ToList();

        Assert.NotEqual(GroundingStatus.Exact, Ground(words, string.Join(' ', Enumerable.Repeat("a", 600)) + " b").Status);
        Assert.NotEmpty(Ground(words, "a a a a").Boxes);
    }

    [Fact]
    public void Ground_CombiningMarks_MatchComposedLetters() => Assert.Single(Ground([Word("Mu\u0308ller", 0.1)], "M\u00FCller").Boxes);

    [Fact]
    public void Ground_ChineseWithoutSpaces_IsFoundInItsLine()
    {
        var field = Ground([Word("\u7E3D\u8A08\uFF1A\u4E94\u767E\u5143", 0.1)], "\u4E94\u767E\u5143");

        Assert.Equal("\u4E94\u767E\u5143", Assert.Single(field.Boxes).Content);
    }

    [Fact]
    public void Ground_RightToLeftWords_AreFound() =>
        Assert.Single(
            Ground([Word("\u05E9\u05DC\u05D5\u05DD", 0.5), Word("\u05E1\u05DB\u05D5\u05DD", 0.7)], "\u05E9\u05DC\u05D5\u05DD").Boxes
        );

    [Fact]
    public void Ground_PredictionForUnknownField_IsGroundedToo()
    {
        var fields = new PrintedPage().Print(3, 3, "Bolt").Ground(Schema, PrintedPage.Field("other", "Bolt")).Document.Fields;

        Assert.Equal(2, fields.Count);
        Assert.Single(fields[1].Boxes);
    }

    [Fact]
    public void Ground_RoughBoxNobodyConfirms_IsOnlyAnAlternative()
    {
        var pointed = Value("Washer") with { PageNumber = 1, RoughBox = new BoundingBox(0.1, 0.1, 0.1, 0.1) };

        var field = new PrintedPage().Print(3, 3, "Bolt").Ground(Schema, pointed).Document.Fields[0];

        Assert.Empty(field.Boxes);
        Assert.Equal(AlternativeSource.Model, Assert.Single(field.Alternatives).Source);
    }

    private static PredictedField Value(string text) => new(FieldPath.Parse("field"), ScalarValue.FromText(text));

    private static Word Word(string text, double left) => new(text, new BoundingBox(left, 0.1, 0.1, 0.02), 1, WordSource.TextLayer);

    private static GroundedField Ground(IReadOnlyList<Word> words, string value) =>
        PrintedPage.Ground([new PageLayout(1, new PixelSize(100, 100), words, [], [], [])], Schema, Value(value)).Document.Fields[0];
}
