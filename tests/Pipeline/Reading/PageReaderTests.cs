using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Reading;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading;

public sealed class PageReaderTests
{
    private const int Width = 800;
    private const int Height = 1000;

    private static readonly string[] Prose = "the quick brown fox jumps over a lazy dog and runs away into some dark forest again".Split(
        ' '
    );

    [Fact]
    public async Task Read_SoundTextLayer_IsTakenWithoutRecognition()
    {
        var (paper, layer) = Printed(Prose);
        var reading = await ReadAsync(paper, layer);
        Assert.Equal(Prose, reading.Layout.Words.Select(word => word.Text));
        Assert.Empty(reading.Recognized);
    }

    [Fact]
    public async Task Read_WordOverBlankPaper_IsLeftOut()
    {
        var (paper, layer) = Printed(Prose);
        var hidden = paper.Word("hidden", new(100, 900, 160, 920));
        var reading = await ReadAsync(paper, layer with { Words = [.. layer.Words, hidden] });
        Assert.Equal(Prose, reading.Layout.Words.Select(word => word.Text));
    }

    [Fact]
    public async Task Read_LayerOverBlankPaper_IsRejected()
    {
        var (_, layer) = Printed(Prose);
        var reading = await ReadAsync(new Paper(Width, Height), layer);
        Assert.Empty(reading.Layout.Words);
    }

    [Fact]
    public async Task Read_InvisibleLayerThatMatchesTheScan_IsTakenWithLessConfidence()
    {
        var (paper, layer) = Printed(Prose);
        var reading = await ReadAsync(paper, new TextLayer([], []) { InvisibleWords = layer.Words });
        Assert.Equal(Prose, reading.Layout.Words.Select(word => word.Text));
        Assert.All(reading.Layout.Words, word => Assert.True(word.Confidence < 1));
    }

    [Fact]
    public async Task Read_LayerOfAnotherPicture_IsReplacedByRecognition()
    {
        var (paper, layer) = Printed(Prose);
        // Something to be seen where recognition finds its word.
        paper.Fill(400, 500, 403, 503);
        // The same text with its spaces elsewhere: every gap now lies on ink.
        var shifted = layer.Words.Select(word => word with { Box = word.Box with { Left = word.Box.Left + 0.02 } }).ToList();
        var reading = await ReadAsync(paper, layer with { Words = shifted });
        Assert.Equal([new PixelSize(Width, Height)], reading.Recognized);
        Assert.Equal([WordSource.Recognition], reading.Layout.Words.Select(word => word.Source));
    }

    [Theory]
    [InlineData("\uE001\uE002\uE003")]
    [InlineData("\uFFFD\uFFFD\uFFFD")]
    [InlineData("(cid:12)(cid:7)")]
    [InlineData("xkcdqvzrtw")]
    public async Task Read_GarbageEncoding_IsReplacedByRecognition(string garbage)
    {
        var (paper, layer) = Printed([.. Prose.Select(_ => garbage)]);
        var reading = await ReadAsync(paper, layer);
        Assert.Equal(new PixelSize(Width, Height), reading.Recognized[0]);
        Assert.All(reading.Recognized.Skip(1), cutOut => Assert.True(cutOut.PixelCount < Width * Height / 10));
        Assert.DoesNotContain(reading.Layout.Words, word => word.Source == WordSource.TextLayer);
    }

    [Fact]
    public async Task Read_PageWithoutLayer_IsRecognisedAsAWhole()
    {
        var (paper, _) = Printed(Prose);
        var reading = await ReadAsync(paper, TextLayer.Empty);
        Assert.Equal([new PixelSize(Width, Height)], reading.Recognized);
    }

    [Fact]
    public async Task Read_StampBesideSoundText_IsRecognisedAlone()
    {
        var (paper, layer) = Printed(Prose);
        paper.Letters(new(500, 800, 600, 830));
        var reading = await ReadAsync(paper, layer);
        Assert.True(Assert.Single(reading.Recognized).PixelCount < Width * Height / 10);
        var stamp = Assert.Single(reading.Layout.Words, word => word.Source == WordSource.Recognition);
        Assert.InRange(stamp.Box.CenterX, 500.0 / Width, 600.0 / Width);
        Assert.InRange(stamp.Box.CenterY, 800.0 / Height, 830.0 / Height);
        Assert.Equal(Prose.Length + 1, reading.Layout.Words.Count);
    }

    [Theory]
    [InlineData("X", 0.95)]
    [InlineData("2.4", 0.8)]
    public async Task Read_InkThatThePageAsAWholeLeftOut_IsReadAlone(string text, double confidence)
    {
        var (layout, seen) = await ReadWithInkLeftOutAsync((text, confidence));
        Assert.Equal(2, seen.Count);
        Assert.Contains(layout.Words, word => word.Text == text && word.Box.Top > 0.79);
    }

    [Theory]
    [InlineData(true, "X", "X", "X")]
    [InlineData(false, "X", "X", "Y")]
    [InlineData(true, "2.4", "24", "2.4")]
    [InlineData(false, "2.4", "24", "2:4")]
    [InlineData(false, "--", "--", "--")]
    public async Task Read_InkLeftOutThatIsReadUnsurely_IsKeptWhereItsFramesAgree(bool isKept, params string[] texts)
    {
        var (layout, seen) = await ReadWithInkLeftOutAsync([.. texts.Select(text => (text, 0.6))]);
        Assert.Equal(1 + texts.Length, seen.Count);
        Assert.Equal(isKept ? 1 : 0, layout.Words.Count(word => word.Text == texts[0] && word.Box.Top > 0.79));
    }

    // A region that is looked at closely: its letters are a fifth of its height.
    [Fact]
    public async Task Read_LineCutOutOfAPage_IsRecognised()
    {
        var recognizer = new OneWordRecognizer(0);
        var paper = new Paper(300, 150).Letters(new(40, 60, 240, 90));
        var reader = new PageReader(new GivenPicture(paper.Raster), recognizer);
        await reader.ReadAsync(Picture(), TextLayer.Empty, TestContext.Current.CancellationToken);
        Assert.NotEmpty(recognizer.Seen);
    }

    [Fact]
    public async Task Read_PageThatStandsOnItsSide_TurnsItsCheckBoxesToo()
    {
        var (paper, _) = Printed(Prose);
        paper.Frame(100, 900, 125, 925);
        var reading = await ReadAsync(paper, TextLayer.Empty, rotation: 90);
        Assert.Equal(90, reading.Layout.AppliedRotationDegrees);
        Assert.Equal(new PixelSize(Height, Width), reading.Layout.Size);
        var box = Assert.Single(reading.Layout.CheckBoxes).Box;
        Assert.Equal(1 - (925.0 / Height), box.Left, 6);
        Assert.Equal(100.0 / Width, box.Top, 6);
    }

    [Fact]
    public async Task Read_FormFieldValue_MovesOntoItsInk()
    {
        var paper = new Paper(Width, Height).Letters(new(100, 100, 170, 120)).Letters(new(190, 100, 300, 120));
        Word[] estimated =
        [
            paper.Word("Ada", new(98, 98, 150, 122), WordSource.FormField),
            paper.Word("Lovelace", new(160, 98, 270, 122), WordSource.FormField),
        ];
        var layout = (await ReadAsync(paper, new TextLayer(estimated, []))).Layout;
        Assert.Equal((100.0 / Width, 190.0 / Width), (layout.Words[0].Box.Left, layout.Words[1].Box.Left));
        Assert.Equal(100.0 / Height, layout.Words[1].Box.Top, 6);
    }

    [Fact]
    public async Task Read_FormFieldValueBeforeAPrintedUnit_EndsBeforeTheUnit()
    {
        var paper = new Paper(Width, Height).Letters(new(100, 100, 126, 120)).Letters(new(136, 100, 150, 120));
        Word[] estimated = [paper.Word("13", new(98, 98, 122, 122), WordSource.FormField)];
        var layout = (await ReadAsync(paper, new TextLayer(estimated, []))).Layout;
        Assert.Equal(126.0 / Width, layout.Words.Single(word => word.Text == "13").Box.Right, 6);
    }

    [Fact]
    public async Task Read_RecognitionThatCannotStart_IsTheFailureOfThePage()
    {
        var (paper, _) = Printed(Prose);
        var reader = new PageReader(new GivenPicture(paper.Raster), new BrokenRecognizer());
        var result = await reader.ReadAsync(Picture(), TextLayer.Empty, TestContext.Current.CancellationToken);
        Assert.Equal("recognition.models", result.Failure?.Code);
    }

    private static async Task<(PageLayout Layout, List<PixelSize> Seen)> ReadWithInkLeftOutAsync(params (string, double)[] cutOuts)
    {
        var paper = new Paper(Width, Height).Letters(new(300, 300, 500, 312)).Letters(new(100, 800, 121, 812));
        var recognizer = new OneWordRecognizer(0) { CutOuts = new(cutOuts) };
        var reader = new PageReader(new GivenPicture(paper.Raster), recognizer);
        var layout = await reader.ReadAsync(Picture(), TextLayer.Empty, TestContext.Current.CancellationToken);
        return (layout.Value, recognizer.Seen);
    }

    private static (Paper Paper, TextLayer Layer) Printed(string[] texts)
    {
        var paper = new Paper(Width, Height);
        var words = new List<Word>();
        var (x, y) = (80, 100);
        foreach (var text in texts)
        {
            var width = (text.Length * 14) - 2;
            if (x + width > Width - 80)
            {
                (x, y) = (80, y + 45);
            }

            paper.Letters(new(x, y, x + width, y + 20));
            words.Add(paper.Word(text, new(x - 1, y - 4, x + width, y + 26)));
            x += width + 12;
        }

        return (paper, new TextLayer(words, []));
    }

    private static async Task<(PageLayout Layout, List<PixelSize> Recognized)> ReadAsync(Paper paper, TextLayer layer, int rotation = 0)
    {
        var recognizer = new OneWordRecognizer(rotation);
        var result = await new PageReader(new GivenPicture(paper.Raster), recognizer).ReadAsync(
            Picture(),
            layer,
            TestContext.Current.CancellationToken
        );
        return (result.Value, recognizer.Seen);
    }

    private static PageImage Picture() => new(1, new PixelSize(Width, Height), 100, new byte[] { 1 });

    private sealed class GivenPicture(Raster raster) : IPageDecoder
    {
        public Result<Raster> Decode(PageImage image) => raster;
    }

    private sealed class OneWordRecognizer(int rotation) : ITextRecognizer
    {
        public List<PixelSize> Seen { get; } = [];

        /// <summary>What is read on whatever is smaller than the page, one after the other.</summary>
        public Queue<(string Text, double Confidence)> CutOuts { get; init; } = [];

        public Task<Result<RecognizedText>> RecognizeAsync(Raster raster, CancellationToken cancellationToken)
        {
            var isCutOut = raster.Size.Width < Width && raster.Size.Height < Height;
            var (text, confidence) = isCutOut && CutOuts.TryDequeue(out var cutOut) ? cutOut : ("found", 0.8);
            Seen.Add(raster.Size);
            var word = new Word(text, new BoundingBox(0.25, 0.25, 0.5, 0.5), confidence, WordSource.Recognition);
            return Task.FromResult<Result<RecognizedText>>(new RecognizedText([new RecognizedLine([word], 0.8)], rotation, 0));
        }
    }

    private sealed class BrokenRecognizer : ITextRecognizer
    {
        public Task<Result<RecognizedText>> RecognizeAsync(Raster raster, CancellationToken cancellationToken) =>
            Task.FromResult<Result<RecognizedText>>(new Failure("recognition.models", "The models are missing."));
    }
}
