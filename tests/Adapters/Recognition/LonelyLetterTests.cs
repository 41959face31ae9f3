using GroundedDocs.Groundtruth.Drawing;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition;

public sealed class LonelyLetterTests(RecognizerFixture fixture) : IClassFixture<RecognizerFixture>
{
    private static readonly string[] Labels = ["Cups and plates", "Wall posters", "Counter displays", "Floor displays", "Paper bags"];

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    public async Task NumberWithAZero_AloneInAColumn_IsReadInEveryRow(string number)
    {
        var page = new DrawnPage(760, 400);
        for (var row = 0; row < Labels.Length; row++)
        {
            page.Write(Labels[row], 60, 80 + (row * 50), 13).Write(number, 420, 80 + (row * 50), 13, Face.Serif);
        }

        Assert.Equal(page.Words.Select(word => word.Text).Order(StringComparer.Ordinal), await ReadAsync(page));
    }

    [Fact]
    public async Task Letter_OnTheShortRuleOfAForm_IsReadWithoutTheRule()
    {
        var page = new DrawnPage(760, 400);
        for (var row = 0; row < Labels.Length; row++)
        {
            page.Mark(300, 84 + (row * 40), 22, 1).Write(Labels[row], 400, 80 + (row * 40), 13, Face.Serif);
        }

        page.Write("X", 306, 120, 13, Face.Serif).Write("X", 306, 200, 13, Face.Serif);

        Assert.Equal(page.Words.Select(word => word.Text).Order(StringComparer.Ordinal), await ReadAsync(page));
    }

    [Fact]
    public async Task DirtAndHalftone_BesideText_AreNoWords()
    {
        var page = DrawnPage.Letter();
        var random = new Random(11);
        for (var speck = 0; speck < 150; speck++)
        {
            page.Mark(640 + (random.NextSingle() * 240), 20 + (random.NextSingle() * 260), 1 + random.Next(4), 1 + random.Next(4));
        }

        for (var dot = 0; dot < 900; dot++)
        {
            page.Mark(660 + (dot % 30 * 6), 320 + (dot / 30 * 6), 3, 3);
        }

        Assert.Equal(page.Words.Select(word => word.Text).Order(StringComparer.Ordinal), await ReadAsync(page));
    }

    [Theory]
    [InlineData("Yes", 32)]
    [InlineData("31", 24)]
    public async Task WordCutOutOfItsPage_IsReadThoughAStrokeBesideItHidesIt(string word, int width)
    {
        var page = new DrawnPage(width, 17).Write(word, 4, 13, 13).Mark(0, 0, 1, 17).Mark(width - 1, 0, 1, 17);

        Assert.Contains(word, await ReadAsync(page));
    }

    private async Task<IEnumerable<string>> ReadAsync(DrawnPage page)
    {
        var text = await fixture.Recognizer.RecognizeAsync(page.Picture(), TestContext.Current.CancellationToken);
        return text.Value.Lines.SelectMany(line => line.Words).Select(word => word.Text).Order(StringComparer.Ordinal);
    }
}
