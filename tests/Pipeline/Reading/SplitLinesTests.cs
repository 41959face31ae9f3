using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading;

public sealed class SplitLinesTests
{
    private static readonly Word Whole = Printed("suspension", 0.4, 0.12);

    [Theory]
    [InlineData("s", 0.4, 0.012, false)]
    [InlineData("n", 0.51, 0.011, false)]
    [InlineData("a", 0.385, 0.012, true)]
    [InlineData("sus", 0.4, 0.036, true)]
    public void WithoutPieces_WordThatLiesInAnother_IsKeptUnlessItIsItsBeginningOrEnd(string text, double left, double width, bool isKept)
    {
        Word[] words = [Printed(text, left, width), Whole];

        Assert.Equal(isKept ? words : [Whole], SplitLines.WithoutPieces(words));
    }

    [Fact]
    public void WithoutPieces_TwoReadingsOfOneLetter_KeepsBoth() =>
        Assert.Equal(2, SplitLines.WithoutPieces([Printed("2", 0.4, 0.01), Printed("2", 0.4, 0.012)]).Count);

    private static Word Printed(string text, double left, double width) =>
        new(text, new BoundingBox(left, 0.5, width, 0.015), 0.9, WordSource.Recognition);
}
