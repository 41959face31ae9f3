using GroundedDocs.Adapters.DocumentIntelligence;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Reading;
using Xunit;

namespace GroundedDocs.Tests.Adapters.DocumentIntelligence;

public sealed class DocumentIntelligencePageReaderTests
{
    private static readonly TextLayer WithText = new([new Word("printed", BoundingBox.WholePage, 1, WordSource.TextLayer)], []);
    private static readonly string Done = new LayoutAnswer(10, 10, "inch").Line(("service", LayoutAnswer.Box(1, 1, 2, 2))).Write();

    [Theory]
    [InlineData(DocumentIntelligenceUse.ScannedPages, true, "embedded")]
    [InlineData(DocumentIntelligenceUse.ScannedPages, false, "service")]
    [InlineData(DocumentIntelligenceUse.EveryPage, true, "service")]
    public async Task Read_PageByPage_GoesWhereTheSettingSays(DocumentIntelligenceUse use, bool hasText, string reader)
    {
        using var service = new ScriptedService().Answer(202, operation: ScriptedService.Operation).Answer(200, Done);

        Assert.Equal(reader, await ReadAsync(service, use, hasText ? WithText : TextLayer.Empty));
    }

    [Fact]
    public async Task Read_ServiceDown_FallsBackToTheEmbeddedReader()
    {
        using var service = new ScriptedService().Answer(503);

        Assert.Equal("embedded", await ReadAsync(service, DocumentIntelligenceUse.EveryPage, TextLayer.Empty));
    }

    [Fact]
    public async Task Read_PageThatNothingCouldDraw_SendsItAsAPdf()
    {
        using var service = new ScriptedService().Answer(202, operation: ScriptedService.Operation).Answer(200, Done);

        Assert.Equal("service", (await ReadUndrawnAsync(service, TextLayer.Empty)).Value.Words.Single().Text);
        Assert.Equal("application/pdf", service.Requests[0].ContentType);
    }

    [Fact]
    public async Task Read_UnsoundTextOfAnUndrawnPage_GoesToTheService()
    {
        using var service = new ScriptedService().Answer(202, operation: ScriptedService.Operation).Answer(200, Done);

        Assert.Equal("service", (await ReadUndrawnAsync(service, WithText)).Value.Words.Single().Text);
    }

    [Fact]
    public async Task Read_UndrawnPageWhileTheServiceIsBusy_IsTriedAgain()
    {
        using var service = new ScriptedService().Answer(503);

        Assert.True((await ReadUndrawnAsync(service, TextLayer.Empty)).Failure?.IsTransient);
    }

    [Theory]
    [InlineData("https://layout.example.com", 60, true)]
    [InlineData("http://layout.example.com", 60, false)]
    [InlineData("https://layout.example.com", 1, false)]
    public void Options_AreHeldAgainstTheirRanges(string endpoint, int seconds, bool isRight) =>
        Assert.Equal(
            isRight,
            !new DocumentIntelligenceOptions { Endpoint = new Uri(endpoint), PageTimeout = TimeSpan.FromSeconds(seconds) }
                .Problems()
                .Any()
        );

    private static async Task<string> ReadAsync(ScriptedService service, DocumentIntelligenceUse use, TextLayer textLayer)
    {
        var reader = new DocumentIntelligencePageReader(ScriptedService.Options with { Use = use }, service.Service, new Embedded());
        return (await reader.ReadAsync(ScriptedService.Image, textLayer, CancellationToken.None)).Value.Words.Single().Text;
    }

    private static Task<Result<PageLayout>> ReadUndrawnAsync(ScriptedService service, TextLayer textLayer)
    {
        var reader = new DocumentIntelligencePageReader(ScriptedService.Options, service.Service, new Embedded());
        var page = ScriptedService.Image with { Jpeg = ReadOnlyMemory<byte>.Empty, PagePdf = "%PDF-"u8.ToArray() };
        return reader.ReadAsync(page, textLayer, CancellationToken.None);
    }

    private sealed class Embedded : IPageReader
    {
        public Task<Result<PageLayout>> ReadAsync(PageImage image, TextLayer textLayer, CancellationToken cancellationToken)
        {
            if (!image.IsDrawn)
            {
                return Task.FromResult<Result<PageLayout>>(new Failure("page.unseen", "Nothing to see."));
            }

            var word = new Word("embedded", BoundingBox.WholePage, 1, WordSource.Recognition);
            return Task.FromResult<Result<PageLayout>>(new PageLayout(image.PageNumber, image.Size, [word], [], [], []));
        }
    }
}
