using System.Text.Json.Nodes;
using GroundedDocs.App.Cli.Given;
using GroundedDocs.App.Cli.Manifests;
using GroundedDocs.App.Cli.Output;
using GroundedDocs.App.Composition;
using GroundedDocs.App.Options;
using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Local;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Pipeline.Extraction.Domains;

namespace GroundedDocs.App.Cli;

/// <summary>Runs documents through the one orchestration, on in-memory ports, and answers in the shape that the command line prints.</summary>
internal sealed class LocalDocuments : IDisposable
{
    private readonly TimeProvider time;
    private readonly EngineOptions engines;
    private readonly LocalStages local;
    private readonly ServiceStages services;

    private LocalDocuments(EngineOptions engines, TimeProvider time)
    {
        this.engines = engines;
        this.time = time;
        local = LocalStages.Create(time);
        services = new ServiceStages(local.Stages, engines, time);
        Stages = services.Stages with { Extractor = new PatientExtractor(services.Stages.Extractor, Console.Error) };
    }

    /// <summary>Is told the layout of each document that was read, with the document's id; from any thread.</summary>
    public Action<string, DocumentLayout>? LayoutRead { get; init; }

    private Stages Stages { get; }

    /// <summary>With the services that are configured, as the server has them; nothing is started before the first document.</summary>
    public static LocalDocuments Create(EngineOptions engines, TimeProvider time, Action<string, DocumentLayout>? layoutRead = null) =>
        new(engines, time) { LayoutRead = layoutRead };

    /// <summary>Extracts and grounds; with an overlay folder, also draws the pages with their boxes into it.</summary>
    public async Task<Result<JsonObject>> ExtractAsync(ManifestEntry entry, string? overlayFolder, CancellationToken cancellationToken)
    {
        if (!Request(entry).TryGet(out var request, out var failure))
        {
            return failure;
        }

        var observed = new ObservedReader(Stages.Reader);
        var pictures = new ObservedSplitter(Stages.Splitter, overlayFolder is not null);
        var result = await RunAsync(entry, request, Stages with { Reader = observed, Splitter = pictures }, cancellationToken);
        LayoutRead?.Invoke(entry.Id, observed.Layout);
        if (!result.TryGet(out var run, out failure))
        {
            return failure;
        }

        if (overlayFolder is not null)
        {
            Overlay.Write(overlayFolder, entry.Id, pictures.Pages, run);
        }

        return Answer(run);
    }

    /// <summary>Reads, and no more.</summary>
    public async Task<Result<JsonObject>> ReadAsync(ManifestEntry entry, CancellationToken cancellationToken)
    {
        if (!Source(entry).TryGet(out var source, out var failure))
        {
            return failure;
        }

        using var run = Local(Stages);
        var read = await run.ReadAsync(source, new RunRequest(), cancellationToken);
        return read.TryGet(out var layout, out failure) ? LayoutJson.Write(layout) : failure;
    }

    /// <summary>Grounds the values that the manifest's line gives, on what is read or on the words that it gives.</summary>
    public async Task<Result<JsonObject>> GroundAsync(ManifestEntry entry, bool isLayoutGiven, CancellationToken cancellationToken)
    {
        if (!Request(entry).TryGet(out var request, out var failure))
        {
            return failure;
        }

        if (request.SchemaJson is null)
        {
            return new Failure(
                "given.schema",
                "Given values need to know their fields; name a schema_file or a domain in the manifest's line."
            );
        }

        var schema = SchemaParser.Parse(request.SchemaJson);
        if (!schema.TryGet(out var fields, out failure) || !GivenFields.Read(entry.Json, fields).TryGet(out var values, out failure))
        {
            return failure;
        }

        request = request with { SchemaJson = GivenSchema.Fit(request.SchemaJson, values.Select(value => value.Path)) };
        var observed = new ObservedReader(Stages.Reader);
        var used = Stages with { Extractor = new GivenValues(values), Reader = observed };
        if (isLayoutGiven)
        {
            if (!GivenWords.Read(entry.Json).TryGet(out var words, out failure))
            {
                return failure;
            }

            var layout = new GivenLayout(words);
            used = used with { Splitter = layout, Reader = layout };
        }

        var result = await RunAsync(entry, request, used, cancellationToken);
        LayoutRead?.Invoke(entry.Id, observed.Layout);
        return result.TryGet(out var run, out failure) ? Answer(run) : failure;
    }

    public void Dispose()
    {
        services.Dispose();
        local.Dispose();
    }

    private static JsonObject Answer(RunResult run) =>
        new()
        {
            ["domain"] = run.Prediction["domain"]?.DeepClone(),
            ["response"] = run.Response.DeepClone(),
            ["evidence"] = run.Evidence?.DeepClone(),
            ["pages"] = run.Prediction["pages"]?.DeepClone(),
            ["errors"] = run.Prediction["errors"]?.DeepClone(),
            ["provenance"] = run.Prediction["provenance"]?.DeepClone(),
            ["usage"] = run.Prediction["usage"]?.DeepClone(),
        };

    private async Task<Result<RunResult>> RunAsync(
        ManifestEntry entry,
        RunRequest request,
        Stages used,
        CancellationToken cancellationToken
    )
    {
        if (!Source(entry).TryGet(out var source, out var failure))
        {
            return failure;
        }

        using var run = Local(used);
        return await run.RunAsync(source, request, cancellationToken);
    }

    private LocalRun Local(Stages used) =>
        new(used, Environment.ProcessorCount, new Limits(), time, new SystemRandomness()) { Prices = engines.Prices };

    private static Result<SourceDocument> Source(ManifestEntry entry)
    {
        if (Directory.Exists(entry.FilePath))
        {
            return new Failure("file.folder", $"'{entry.FilePath}' is a folder; name the documents in it.");
        }

        return File.Exists(entry.FilePath)
            ? new SourceDocument(Path.GetFileName(entry.FilePath), entry.FilePath)
            : new Failure("file.missing", $"There is no file '{entry.FilePath}'; check the path.");
    }

    /// <summary>What to extract: the schema of the line or of its domain, checked before any page is opened.</summary>
    private static Result<RunRequest> Request(ManifestEntry entry)
    {
        if (entry.SchemaPath is { } path)
        {
            if (!SchemaFile.Read(path).TryGet(out var schema, out var failure))
            {
                return failure;
            }

            return new RunRequest { SchemaJson = schema.Json, Domain = entry.Domain };
        }

        if (entry.Domain is null)
        {
            return new RunRequest();
        }

        return DomainCatalogue.Find(entry.Domain) is { } domain
            ? new RunRequest { Domain = domain.Name, SchemaJson = domain.Schema.Json }
            : new Failure(
                "domain.unknown",
                $"There is no domain '{entry.Domain}'; known are {string.Join(", ", DomainCatalogue.All.Select(known => known.Name))}. Give one of them, or a schema."
            );
    }
}
