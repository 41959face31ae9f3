using System.Diagnostics;
using System.Text.Json.Nodes;
using GroundedDocs.Adapters.Imaging;
using GroundedDocs.Adapters.Recognition;
using GroundedDocs.Adapters.Sandbox;
using GroundedDocs.Adapters.VisionModel;
using GroundedDocs.Adapters.VisionModel.Server;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Local;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Pipeline.Assembly;
using GroundedDocs.Pipeline.Extraction;
using GroundedDocs.Pipeline.Extraction.Agreement;
using GroundedDocs.Pipeline.Extraction.Domains;
using GroundedDocs.Pipeline.Pages;
using GroundedDocs.Pipeline.Reading;
using GroundedDocs.Tests.Simulation.Model;

namespace GroundedDocs.Benchmarks.ModelGrounding;

/// <summary>
/// What grounding adds to a model: runs a data set through the whole pipeline with the simulated model (its default fault profile,
/// seeded by the document's place in the set) and writes two prediction files, one with the model's own boxes and one with ours.
/// </summary>
internal static class ModelGroundingRun
{
    /// <summary>Writes <c>model-boxes.jsonl</c> and <c>grounded.jsonl</c> into the output folder.</summary>
    /// <param name="dataset">Folder with a <c>docs.jsonl</c>.</param>
    /// <param name="output">Where the files go.</param>
    /// <param name="agreement">Whether the embedded extractor checks the model.</param>
    public static async Task<int> RunAsync(string dataset, string output, bool agreement)
    {
        Directory.CreateDirectory(output);
        await using var server = await SimulatedModelServer.StartAsync();
        server.Faults = new FaultProfile();
        var options = new VisionModelOptions
        {
            Endpoint = server.Endpoint,
            Model = "simulated",
            Family = ModelFamily.Qwen3Vl,
        };
        using var readers = new ReaderPool(new SandboxOptions { ExecutablePath = Environment.ProcessPath! }, TimeProvider.System);
        using var recognizer = new PaddleTextRecognizer(new RecognitionOptions());
        using var connection = new ModelConnection(options, TimeProvider.System, new SocketsHttpHandler());
        var grounder = new ComparingGrounder();
        var stages = new Stages(
            new SandboxedDocumentSplitter(readers, PageLimits.Default),
            new PageReader(new VipsPageDecoder(), recognizer),
            new DocumentClassifier(),
            new AgreeingExtractor(
                new VisionModelExtractor(options, connection),
                new EmbeddedExtractor(),
                new AgreementOptions { Agreement = agreement }
            ),
            new PredictionMerger(),
            grounder,
            DomainCatalogue.All
        );
        using var local = new LocalRun(stages, workers: 1, new Limits(), TimeProvider.System, new SystemRandomness());
        await using var modelBoxes = new StreamWriter(Path.Combine(output, "model-boxes.jsonl"));
        await using var grounded = new StreamWriter(Path.Combine(output, "grounded.jsonl"));
        foreach (var (index, document) in DatasetDocument.ReadAll(dataset).Index())
        {
            server.Truth = document.Truth;
            server.Seed = index + 1;
            var started = Stopwatch.GetTimestamp();
            var request = new RunRequest { SchemaJson = document.SchemaJson };
            var ran = await local.RunAsync(new SourceDocument(document.Id, document.File), request, CancellationToken.None);
            var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            ran.TryGet(out var result, out var failure);
            var model = result is null ? null : ModelBody(grounder, document);
            await modelBoxes.WriteLineAsync(Line(document.Id, model?.Response, model?.Evidence, failure?.Message, milliseconds));
            await grounded.WriteLineAsync(Line(document.Id, result?.Response, result?.Evidence, failure?.Message, milliseconds));
        }

        return 0;
    }

    private static ResponseBody ModelBody(ComparingGrounder grounder, DatasetDocument document) =>
        ResponseWriter.Write(grounder.WithModelBoxes!, SchemaParser.Parse(document.SchemaJson).Value, new ResponseOptions());

    private static string Line(string id, JsonObject? response, JsonArray? evidence, string? error, double milliseconds) =>
        new JsonObject
        {
            ["id"] = id,
            ["response"] = response?.DeepClone(),
            ["error"] = error,
            ["milliseconds"] = milliseconds,
            ["evidence"] = evidence?.DeepClone(),
        }.ToJsonString();
}
