using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading;

public sealed class UnsureWordsTests
{
    private static readonly PixelSize Page = new(800, 1000);
    private static readonly BoundingBox Place = new(0.2, 0.3, 0.1, 0.02);

    [Theory]
    [InlineData("TURNPIKE", "TURNPIKE", "TURNPIKE")]
    [InlineData("TURNPIKE", "TURNPIKE", "TUANPIKE", "TURNPIKE")]
    [InlineData("TuaNpIKE", "TURNPIKE", "TUANPIKE", "TURNPlKE")]
    [InlineData("TuaNpIKE", "TuaNpIKE", "TuaNpIKE")]
    [InlineData("TuaNpIKE", "--", "--")]
    public async Task Read_UnsureWord_TakesTheTextOnWhichTwoFramesAgree(string expected, params string[] frames)
    {
        var (text, seen) = await ReadAsync(new Word("TuaNpIKE", Place, 0.6, WordSource.Recognition), 0.9, frames);

        Assert.Equal(expected, text);
        Assert.Equal(frames.Length, seen);
    }

    [Theory]
    [InlineData("TuaNpIKE", 0.85, 0.9, 0)]
    [InlineData("TuaNpIKE", 0.6, 0.55, 2)]
    [InlineData("T", 0.6, 0.9, 0)]
    [InlineData("::", 0.6, 0.9, 0)]
    public async Task Read_WordThatIsSurerOrOfOneLetter_StaysAsItIs(string word, double confidence, double again, int frames)
    {
        var (text, seen) = await ReadAsync(new Word(word, Place, confidence, WordSource.Recognition), again, "TURNPIKE", "TURNPIKE");

        Assert.Equal(word, text);
        Assert.Equal(frames, seen);
    }

    // The second reading covers the right half only.
    [Fact]
    public async Task Read_FramesThatShowAPartOfTheWord_ChangeNothing()
    {
        var (text, _) = await ReadAsync(new Word("TuaNpIKE", Place, 0.6, WordSource.Recognition), 0.9, left: 0.5, "PIKE", "PIKE");

        Assert.Equal("TuaNpIKE", text);
    }

    private static Task<(string Text, int Seen)> ReadAsync(Word word, double confidence, params string[] frames) =>
        ReadAsync(word, confidence, left: 0, frames);

    private static async Task<(string Text, int Seen)> ReadAsync(Word word, double confidence, double left, params string[] frames)
    {
        var recognizer = new FrameRecognizer(frames, confidence, left);
        var look = new CloseLook(new RegionRecognizer(recognizer), new Raster(Page, new byte[Page.PixelCount * 3]));
        Word[] words = [new("Street", Place with { Left = 0.4 }, 1, WordSource.Recognition), word];
        var read = (await new UnsureWords(look).ReadAsync(words, Page, TestContext.Current.CancellationToken)).Value;
        Assert.Equal(words[0], read[0]);
        return (Assert.Single(read.Skip(1)).Text, recognizer.Seen);
    }

    /// <summary>Reads one text after the other, from a share of the width of what it is shown to its right edge.</summary>
    private sealed class FrameRecognizer(string[] texts, double confidence, double left) : ITextRecognizer
    {
        public int Seen { get; private set; }

        public Task<Result<RecognizedText>> RecognizeAsync(Raster raster, CancellationToken cancellationToken)
        {
            var word = new Word(texts[Seen++], new BoundingBox(left, 0, 1 - left, 1), confidence, WordSource.Recognition);
            return Task.FromResult<Result<RecognizedText>>(new RecognizedText([new RecognizedLine([word], confidence)], 0, 0));
        }
    }
}
