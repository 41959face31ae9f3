using System.Text.Json.Nodes;
using GroundedDocs.Adapters.VisionModel;
using GroundedDocs.Adapters.VisionModel.Server;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Tests.Simulation.Model;
using Microsoft.Extensions.Time.Testing;
using NetVips;

namespace GroundedDocs.Tests.Adapters.VisionModel;

/// <summary>An extractor connected to a simulated server, and small documents to show it.</summary>
internal sealed class ModelBench : IAsyncDisposable
{
    private ModelConnection? connection;

    private ModelBench(SimulatedModelServer server) => Server = server;

    public SimulatedModelServer Server { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));

    public VisionModelOptions Options { get; set; } = new() { Model = "simulated", MaxOutputTokens = 1024 };

    public static async Task<ModelBench> StartAsync() => new(await SimulatedModelServer.StartAsync());

    public static DocumentSchema Schema(string json) => SchemaParser.Parse(json).Value;

    public static TrueField Field(string path, JsonValue value, string text, int page = 1, BoundingBox? box = null) =>
        new(path, value, text, page, box ?? new BoundingBox(0.1, 0.2, 0.3, 0.05));

    public Task<Result<Prediction>> ExtractAsync(string schema, params string[] pages) => ExtractAsync(Schema(schema), Window(pages));

    public Task<Result<Prediction>> ExtractAsync(DocumentSchema schema, ExtractionWindow window)
    {
        Options = Options with { Endpoint = Options.Endpoint ?? Server.Endpoint };
        connection ??= new ModelConnection(Options, Time, new SocketsHttpHandler { AllowAutoRedirect = false });
        return new VisionModelExtractor(Options, connection).ExtractAsync(window, schema, CancellationToken.None);
    }

    public static ExtractionWindow Window(params string[] pages) =>
        new([.. pages.Select((text, i) => Page(i + 1, text))], [.. pages.Select((_, i) => Picture(i + 1))]);

    public async ValueTask DisposeAsync()
    {
        connection?.Dispose();
        await Server.DisposeAsync();
    }

    private static PageLayout Page(int number, string text)
    {
        var words = new List<Word>();
        var lines = new List<Line>();
        foreach (var line in text.Split('\n'))
        {
            var box = new BoundingBox(0.1, 0.1 + (0.03 * lines.Count), 0.8, 0.02);
            var texts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            lines.Add(new Line(words.Count, texts.Length, box));
            words.AddRange(texts.Select(word => new Word(word, box, 1, WordSource.TextLayer)));
        }

        return new PageLayout(number, new PixelSize(850, 1100), words, lines, [], []);
    }

    private static Func<CancellationToken, Task<PageImage>> Picture(int number) =>
        _ =>
        {
            using var blank = Image.Black(850, 1100);
            return Task.FromResult(new PageImage(number, new PixelSize(850, 1100), 100, blank.JpegsaveBuffer()));
        };
}
