using GroundedDocs.Adapters.Recognition.Lines;
using GroundedDocs.Adapters.Recognition.Pixels;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Reading;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Lines;

public sealed class WordBuilderTests
{
    // One pixel of the page is one of the line's picture, and every character takes a cell of it.
    private const int Cell = 24;

    [Theory]
    [InlineData("X___GOOD", "X GOOD")]
    [InlineData("Name:___", "Name:")]
    [InlineData("___12", "12")]
    [InlineData("my_file", "my_file")]
    [InlineData("my__file", "my_file")]
    [InlineData("x_file", "x_file")]
    [InlineData("X__GOOD", "X GOOD")]
    [InlineData("___", "_")]
    public void Underscore_ThatIsALineToWriteOn_PartsWordsAndIsNone(string printed, string expected) =>
        Assert.Equal(expected, Read(printed, confidence: 0.95));

    [Theory]
    [InlineData("ISS  ( 12", 0.6, "ISS 12")]
    [InlineData("ISS  ( 12", 0.9, "ISS ( 12")]
    [InlineData("A  - 12", 0.6, "A - 12")]
    [InlineData("(", 0.6, "(")]
    public void Sign_AloneBetweenWords_IsDirtWhenTheRecogniserIsUnsure(string printed, double confidence, string expected) =>
        Assert.Equal(expected, Read(printed, confidence));

    // The line before an option is as wide as an underscore where most of it lies below the mark.
    [Theory]
    [InlineData("X_GOOD", 2, "X GOOD")]
    [InlineData("X_GOOD", 0, "X_GOOD")]
    [InlineData("MY_FILE", 3, "MY_FILE")]
    public void Mark_OnALineToWriteOn_IsAWordOfItsOwn(string printed, int lined, string expected) =>
        Assert.Equal(expected, Read(printed, confidence: 0.95, lined));

    // Underscores in a row are one long line, which the recogniser reads as one.
    private static string Read(string printed, double confidence, int lined = 0)
    {
        var size = new PixelSize(printed.Length * Cell, LinePicture.Height);
        var box = new RotatedBox(new PixelPoint(size.Width / 2.0, size.Height / 2.0), size.Width, size.Height, 0);
        var characters = new List<DecodedCharacter>();
        var space = 0.0;
        for (var at = 0; at < printed.Length; at++)
        {
            if (printed[at] == ' ')
            {
                space = 1;
                continue;
            }

            if (printed[at] != '_' || at == 0 || printed[at - 1] != '_')
            {
                characters.Add(new DecodedCharacter(printed[at], confidence, (at + 0.5) * Cell, space));
            }

            space = 0;
        }

        var picture = LinePicture.Cut(new Raster(size, Pixels(printed, size, lined)), box);
        return string.Join(' ', WordBuilder.Build(new LineReading(picture, characters), size).Select(word => word.Text));
    }

    // A block of ink for each character, a rule for each underscore and below the first characters.
    private static byte[] Pixels(string printed, PixelSize size, int lined)
    {
        var rgb = new byte[size.PixelCount * 3];
        Array.Fill(rgb, byte.MaxValue);
        for (var y = 10; y < 38; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                var isInk = printed[x / Cell] switch
                {
                    ' ' => false,
                    '_' => y > 35,
                    _ => y < 34 && x % Cell is > 4 and < 20,
                };
                if (isInk || (y > 35 && x < lined * Cell))
                {
                    rgb.AsSpan(((y * size.Width) + x) * 3, 3).Clear();
                }
            }
        }

        return rgb;
    }
}
