using GroundedDocs.Adapters.Recognition;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Groundtruth.Drawing;
using GroundedDocs.Pipeline.Reading;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition;

public sealed class PaddleTextRecognizerTests(RecognizerFixture fixture) : IClassFixture<RecognizerFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 270)]
    [InlineData(180, 180)]
    [InlineData(270, 90)]
    public async Task Page_TurnedByQuarters_IsReadUprightWhereItsInkIs(int turned, int expectedRotation)
    {
        var page = DrawnPage.Letter();

        var text = await Read(page.Picture(turned));

        Assert.Equal(expectedRotation, text.AppliedRotationDegrees);
        AssertReadsAll(page, text, minIntersectionOverUnion: 0.7);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(-3, 0)]
    [InlineData(8, 0)]
    [InlineData(-5, 180)]
    public async Task Page_Skewed_IsReadAndSaysItsSkew(float skew, int turned)
    {
        var page = DrawnPage.Letter(skew);

        var text = await Read(page.Picture(turned));

        Assert.Equal(turned, text.AppliedRotationDegrees);
        Assert.InRange(text.SkewDegrees, skew - 0.7, skew + 0.7);
        // A level box around a slanted word has its margin on top of the slant.
        AssertReadsAll(page, text, minIntersectionOverUnion: 0.55);
    }

    // On the whole page the lines are so near to each other, and the letters so small, that they run together.
    [Fact]
    public async Task Page_OfCrowdedSmallPrint_IsReadLineByLine()
    {
        var page = new DrawnPage(1250, 1600);
        string[] lines =
        [
            "The whole inventory was counted twice",
            "and found complete in the autumn",
            "before the roof was mended",
            "by hand",
        ];
        for (var line = 0; line < lines.Length; line++)
        {
            page.Write(lines[line], 200, 200 + (15 * line), 12);
        }

        AssertReadsAll(page, await Read(page.Picture()), minIntersectionOverUnion: 0.4);
    }

    [Fact]
    public async Task Page_WhiteOnBlack_IsRead()
    {
        var page = new DrawnPage(500, 120, isInverted: true).Write("Boarding pass 27B", 60, 70, 32);

        AssertReadsAll(page, await Read(page.Picture()), minIntersectionOverUnion: 0.7);
    }

    [Theory]
    [InlineData("Straße Größe über öffnen")]
    [InlineData("Reçu à Genève l'été")]
    [InlineData("España mañana ¿Cuánto?")]
    [InlineData("Smørrebrød på bord")]
    [InlineData("Łódka gęś żółw")]
    [InlineData("1.234,56 € £9.50 «neuf»")]
    public async Task Line_InAnotherLanguage_IsReadWithItsLettersAndSigns(string line)
    {
        var page = new DrawnPage(700, 120).Write(line, 60, 70, 32);

        AssertReadsAll(page, await Read(page.Picture()), minIntersectionOverUnion: 0.6);
    }

    [Theory]
    [InlineData("D")]
    [InlineData("M")]
    public async Task LargeLetter_AfterASmallLabel_IsReadAsTheCapitalItIs(string letter)
    {
        var page = new DrawnPage(900, 300)
            .Write("CLASS", 100, 110, 22)
            .Write(letter, 200, 110, 36, Face.SansBold)
            .Write("Restrictions none", 100, 200, 30);

        var text = await Read(page.Picture());

        Assert.Contains(letter, text.Lines.SelectMany(line => line.Words).Select(word => word.Text));
    }

    [Theory]
    [InlineData("Total", 60, 20, 16)]
    [InlineData("1,249.50", 70, 20, 16)]
    [InlineData("Reference", 180, 44, 32)]
    public async Task Raster_OfOneCutOutWord_IsRead(string word, int width, int height, int size)
    {
        var page = new DrawnPage(width, height).Write(word, 4, height - 5, size);

        AssertReadsAll(page, await Read(page.Picture()), minIntersectionOverUnion: 0.5);
    }

    [Fact]
    public async Task Line_FarLongerThanTheRecognizerTakesAtOnce_IsReadCompletely()
    {
        const string Line =
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen";
        var page = new DrawnPage(2200, 80).Write($"{Line} {Line} {Line}", 20, 50, 13);

        AssertReadsAll(page, await Read(page.Picture()), minIntersectionOverUnion: 0.5);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(640, 1)]
    [InlineData(3, 2000)]
    [InlineData(7, 1500)]
    [InlineData(4000, 9)]
    [InlineData(800, 600)]
    public async Task Raster_Blank_HasNoLines(int width, int height)
    {
        var text = await Read(new DrawnPage(width, height).Picture());

        Assert.Equal(new RecognizedText([], 0, 0), text with { Lines = [] });
        Assert.Empty(text.Lines);
    }

    [Fact]
    public async Task Raster_OfNoise_IsNotTurnedAndGivesBoxesOnThePage()
    {
        var noise = new byte[400 * 300 * 3];
        new Random(7).NextBytes(noise);

        var text = await Read(new Raster(new PixelSize(400, 300), noise));

        Assert.Equal(0, text.AppliedRotationDegrees);
        Assert.All(WordsOf(text), word => Assert.Equal(word.Box, word.Box.ClampedToPage()));
    }

    [Fact]
    public async Task Word_HasAnEdgeAroundAndAConfidenceForEachCharacter()
    {
        var page = new DrawnPage(600, 120).Write("WWWWiiii", 80, 80, 48);

        var word = Assert.Single(WordsOf(await Read(page.Picture())));

        Assert.Equal(word.Text.Length, word.CharacterConfidences!.Count);
        Assert.All(word.CharacterConfidences, confidence => Assert.InRange(confidence, 0, 1));
        Assert.Equal(word.Text.Length + 1, word.CharacterEdges!.Count);
        Assert.Equal(word.CharacterEdges.Order(), word.CharacterEdges);
        // The four wide letters take more than three quarters of the word.
        Assert.InRange((word.CharacterEdges[4] - word.Box.Left) / word.Box.Width, 0.75, 0.92);
    }

    [Fact]
    public async Task Word_InSmallPrint_KeepsTheSoftEdgeOfItsStrokes()
    {
        const int Height = 100;
        var page = new DrawnPage(200, Height).Write("Nummer", 60, 60, 12);

        var word = Assert.Single(WordsOf(await Read(page.Picture())));

        var ink = Assert.Single(page.Words).Box;
        Assert.InRange((ink.Top - word.Box.Top) * Height, 1.2, 2.5);
        Assert.InRange((word.Box.Bottom - ink.Bottom) * Height, 1.2, 2.5);
    }

    [Fact]
    public async Task Calls_AtTheSameTime_AnswerWhatASingleCallAnswers()
    {
        var picture = DrawnPage.Letter().Picture();
        var alone = TextsOf(await Read(picture));

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Read(picture)));

        Assert.All(together, text => Assert.Equal(alone, TextsOf(text)));
    }

    [Fact]
    public async Task Call_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            fixture.Recognizer.RecognizeAsync(DrawnPage.Letter().Picture(), cancelled.Token)
        );
    }

    [Fact]
    public async Task Recognizer_WithoutModels_SaysSoAndIsNeverReady()
    {
        using var recognizer = new PaddleTextRecognizer(new RecognitionOptions { ModelsFolder = "no-such-folder" });

        var result = await recognizer.RecognizeAsync(DrawnPage.Letter().Picture(), Stop);

        Assert.Equal("recognition.models_missing", result.Failure?.Code);
        Assert.False(recognizer.IsReady);
    }

    [Fact]
    public async Task Recognizer_WithDamagedModels_SaysSoAndIsNeverReady()
    {
        var folder = Directory.CreateTempSubdirectory();
        foreach (var model in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "models")))
        {
            var bytes = await File.ReadAllBytesAsync(model, Stop);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, Path.GetFileName(model)), bytes[..(bytes.Length / 2)], Stop);
        }

        using var recognizer = new PaddleTextRecognizer(new RecognitionOptions { ModelsFolder = folder.FullName });
        var failure = await recognizer.StartLoading();
        folder.Delete(recursive: true);

        Assert.Equal("recognition.models_damaged", failure?.Code);
        Assert.False(recognizer.IsReady);
    }

    [Fact]
    public async Task Recognizer_Loaded_IsReady()
    {
        Assert.Null(await fixture.Recognizer.StartLoading());
        Assert.True(fixture.Recognizer.IsReady);
    }

    private async Task<RecognizedText> Read(Raster raster) => (await fixture.Recognizer.RecognizeAsync(raster, Stop)).Value;

    private static IEnumerable<Word> WordsOf(RecognizedText text) => text.Lines.SelectMany(line => line.Words);

    private static IEnumerable<string> TextsOf(RecognizedText text) =>
        WordsOf(text).Select(word => word.Text).Order(StringComparer.Ordinal);

    private static void AssertReadsAll(DrawnPage page, RecognizedText text, double minIntersectionOverUnion)
    {
        var read = WordsOf(text).ToList();
        Assert.Equal(page.Words.Select(word => word.Text).Order(StringComparer.Ordinal), TextsOf(text));
        Assert.All(
            page.Words,
            printed =>
            {
                var overlap = read.Where(word => word.Text == printed.Text).Max(word => word.Box.IntersectionOverUnion(printed.Box));
                Assert.True(overlap >= minIntersectionOverUnion, $"'{printed.Text}' overlaps its ink by {overlap:F2} only.");
            }
        );
    }
}
