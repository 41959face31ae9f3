using GroundedDocs.Adapters.Recognition.Lines;
using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Reading;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Lines;

public sealed class WordBoundsTests
{
    private static readonly PixelSize Size = new(100, LinePicture.Height);

    private static readonly WordBounds Letter = new(40, 8, 62, 32);

    [Fact]
    public void Find_LetterAlone_GivesItsInk() => Assert.Equal(Letter, Find(Letter));

    [Fact]
    public void Find_LetterAboveAShortLine_LeavesTheLineOut() => Assert.Equal(Letter, Find(Letter, new WordBounds(10, 34, 70, 37)));

    // The lines of the rows above and below, and dirt beyond one of them.
    [Fact]
    public void Find_LetterBetweenTwoShortLines_LeavesBothOut() =>
        Assert.Equal(
            Letter with
            {
                Top = 12,
            },
            Find(Letter with { Top = 12 }, new WordBounds(10, 4, 70, 7), new WordBounds(10, 36, 70, 39), new WordBounds(12, 42, 20, 45))
        );

    [Fact]
    public void Find_DashesAboveEachOther_AreOneWord() =>
        Assert.Equal(new WordBounds(40, 18, 62, 30), Find(new WordBounds(40, 18, 62, 21), new WordBounds(40, 27, 62, 30)));

    // The letter stands on the line and hides it, or its lower part was taken for a rule and erased.
    [Fact]
    public void Find_LetterOnALineThatShowsBesideItOnly_LeavesTheLineOut() =>
        Assert.Equal(Letter with { Bottom = 30 }, Find(Letter, new WordBounds(10, 30, 40, 33), new WordBounds(62, 30, 92, 33)));

    [Fact]
    public void Find_LetterWithFeet_KeepsThem() =>
        Assert.Equal(new WordBounds(33, 8, 69, 32), Find(Letter, new WordBounds(33, 29, 69, 32)));

    [Fact]
    public void Find_LetterWithAFootToOneSide_KeepsIt() =>
        Assert.Equal(new WordBounds(40, 8, 90, 32), Find(Letter, new WordBounds(40, 29, 90, 32)));

    [Fact]
    public void Find_LineAtTheEdgeOfThePicture_MakesTheWordNoWider() => Assert.Equal(Letter, Find(Letter, new WordBounds(5, 43, 80, 48)));

    [Fact]
    public void Find_NoInk_GivesNothing() => Assert.Null(Find());

    private static WordBounds? Find(params WordBounds[] inked)
    {
        var rgb = new byte[Size.PixelCount * 3];
        Array.Fill(rgb, byte.MaxValue);
        foreach (var part in inked)
        {
            for (var y = part.Top; y < part.Bottom; y++)
            {
                rgb.AsSpan(((y * Size.Width) + part.Left) * 3, (part.Right - part.Left) * 3).Clear();
            }
        }

        var box = new RotatedBox(new PixelPoint(Size.Width / 2.0, Size.Height / 2.0), Size.Width, Size.Height, 0);
        return WordBounds.Find(InkMap.Of(LinePicture.Cut(new Raster(Size, rgb), box)), 0, Size.Width);
    }
}
