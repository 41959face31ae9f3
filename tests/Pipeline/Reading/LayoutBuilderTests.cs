using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Lines;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading;

public sealed class LayoutBuilderTests
{
    private static readonly PixelSize Size = new(1000, 1000);

    [Fact]
    public void Build_TwoColumnsOfProse_AreReadOneAfterTheOther()
    {
        var words = new List<Word>();
        for (var line = 0; line < 4; line++)
        {
            words.AddRange(Print($"left text of line {line} goes on", 50, 100 + (line * 30)));
            words.AddRange(Print($"right text of line {line} goes on", 560, 100 + (line * 30)));
        }

        var layout = LayoutBuilder.Build(1, Size, words, []);
        Assert.Equal(2, layout.Blocks.Count);
        Assert.Equal(
            [
                .. Enumerable.Range(0, 4).Select(line => $"left text of line {line} goes on"),
                .. Enumerable.Range(0, 4).Select(line => $"right text of line {line} goes on"),
            ],
            layout.Lines.Select(layout.TextOf)
        );
    }

    [Fact]
    public void Build_Table_IsReadRowByRowWithACellALine()
    {
        Word[] words =
        [
            .. Print("Item", 50, 100),
            .. Print("Quantity", 400, 100),
            .. Print("Price", 700, 100),
            .. Print("Red pen", 50, 130),
            .. Print("2", 400, 130),
            .. Print("1.50", 700, 130),
            .. Print("Ink", 50, 160),
            .. Print("1", 400, 160),
            .. Print("7.00", 700, 160),
        ];
        var layout = LayoutBuilder.Build(1, Size, words, []);
        Assert.Single(layout.Blocks);
        Assert.Equal(["Item", "Quantity", "Price", "Red pen", "2", "1.50", "Ink", "1", "7.00"], layout.Lines.Select(layout.TextOf));
    }

    [Fact]
    public void Build_AddressBesideParticulars_StaysInOneBlock()
    {
        Word[] words =
        [
            .. Print("Ada Lovelace", 50, 100),
            .. Print("Number 17", 600, 100),
            .. Print("12 Analytical Way", 50, 130),
            .. Print("Date 5 May", 600, 130),
            .. Print("London", 50, 160),
        ];
        var layout = LayoutBuilder.Build(1, Size, words, []);
        var address = layout.Blocks[0];
        Assert.Equal(
            ["Ada Lovelace", "12 Analytical Way", "London"],
            layout.Lines.Skip(address.FirstLine).Take(address.LineCount).Select(layout.TextOf)
        );
    }

    [Fact]
    public void Build_HeadingBesideSmallPrint_StaysALineOfItsOwn()
    {
        var heading = new Word("Invoice", new BoundingBox(0.05, 0.1, 0.3, 0.06), 1, WordSource.Recognition);
        Word[] words = [heading, .. Print("first small line", 500, 100, 15), .. Print("second small line", 500, 125, 15)];
        var layout = LayoutBuilder.Build(1, Size, words, []);
        Assert.Equal(["Invoice", "first small line", "second small line"], layout.Lines.Select(layout.TextOf).Order());
    }

    [Fact]
    public void Build_SkewedLine_StaysTogether()
    {
        var words = Enumerable
            .Range(0, 15)
            .Select(index => new Word(
                $"w{index}",
                new BoundingBox(0.05 + (index * 0.06), 0.2 + (index * 0.06 * Math.Tan(Math.PI / 60)), 0.05, 0.02),
                1,
                WordSource.Recognition
            ))
            .ToList();
        var layout = LayoutBuilder.Build(1, Size, words, [], skewDegrees: 3);
        Assert.Single(layout.Lines);
    }

    // They come from lines that are recognised side by side.
    [Fact]
    public void Build_CheckBoxesInAnyOrder_AreOrderedDownThePage()
    {
        CheckBox[] ordered = [.. new[] { (0.1, 0.2), (0.6, 0.2), (0.05, 0.4) }.Select(at => Square(at.Item1, at.Item2))];
        foreach (var shuffled in new[] { ordered, [ordered[2], ordered[1], ordered[0]], [ordered[1], ordered[0], ordered[2]] })
        {
            Assert.Equal(ordered, LayoutBuilder.Build(1, new PixelSize(1000, 1000), [], shuffled).CheckBoxes);
        }

        static CheckBox Square(double left, double top) => new(new BoundingBox(left, top, 0.02, 0.02), false, 1, WordSource.Recognition);
    }

    [Fact]
    public void Build_AnyWords_KeepsEachOnceInRunsThatCoverAll()
    {
        var random = new Random(11);
        Word[] words = [.. Enumerable.Range(0, 300).Select(index => RandomWord(random, index))];
        var layout = LayoutBuilder.Build(1, Size, words, []);
        Assert.Equal(words.Select(word => word.Text).Order(), layout.Words.Select(word => word.Text).Order());
        Assert.Equal(layout.Words.Count, layout.Lines.Sum(line => line.WordCount));
        Assert.Equal(layout.Lines.Count, layout.Blocks.Sum(block => block.LineCount));
        Assert.All(
            layout.Lines.Zip(layout.Lines.Skip(1)),
            pair => Assert.Equal(pair.First.FirstWord + pair.First.WordCount, pair.Second.FirstWord)
        );
    }

    private static Word RandomWord(Random random, int index) =>
        new(
            $"{index}",
            new BoundingBox(
                random.NextDouble() * 0.9,
                random.NextDouble() * 0.9,
                0.01 + (random.NextDouble() * 0.1),
                0.005 + (random.NextDouble() * 0.03)
            ),
            1,
            WordSource.Recognition
        );

    // Letters take 10 pixels each, spaces 8.
    private static IEnumerable<Word> Print(string text, double x, double y, double height = 20)
    {
        foreach (var word in text.Split(' '))
        {
            yield return new Word(
                word,
                new BoundingBox(x / 1000, y / 1000, word.Length * 10 / 1000.0, height / 1000),
                1,
                WordSource.Recognition
            );
            x += (word.Length * 10) + 8;
        }
    }
}
