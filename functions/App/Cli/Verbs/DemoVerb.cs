using System.CommandLine;
using Azure.Storage.Blobs;
using GroundedDocs.App.Cli.Demo;
using GroundedDocs.App.Cli.Manifests;
using GroundedDocs.App.Evaluation.Truth;
using Spectre.Console;

namespace GroundedDocs.App.Cli.Verbs;

/// <summary><c>demo</c>: drops samples into a running app and shows what comes out; <c>./run</c> calls it.</summary>
internal static class DemoVerb
{
    private const int TableWidth = 130;

    public static Command Create()
    {
        var samples = new Argument<string>("SAMPLES") { Description = "A folder with sample documents and docs.jsonl." };
        var port = new Option<int>("--port") { Description = "Port of the running app on 127.0.0.1.", DefaultValueFactory = _ => 7071 };
        var verb = new Command("demo", "Drops sample documents into a running app's inbox and shows the results.") { samples, port };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(samples)!, parsed.GetValue(port), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string folder, int port, CancellationToken cancellationToken)
    {
        var connection = Environment.GetEnvironmentVariable("AzureWebJobsStorage");
        if (string.IsNullOrEmpty(connection))
        {
            await Console.Error.WriteLineAsync("AzureWebJobsStorage is not set; give the connection string of the app's storage account.");
            return ExitCode.BadInput;
        }

        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        var run = new DemoRun(new BlobServiceClient(connection), new DemoProgress(http, Console.Out), TimeProvider.System);
        // A pipe has no width of its own; the tables need some.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
        return await run.RunAsync(Samples(folder), cancellationToken) ? ExitCode.Done : ExitCode.NotAsExpected;
    }

    private static DemoSample[] Samples(string folder)
    {
        var manifest = Path.Combine(folder, "docs.jsonl");
        var lines = ManifestFile.Read(manifest).Value.Select(line => line.Entry.Value);
        return [.. lines.Select(entry => new DemoSample(entry.FilePath, entry.Domain!.Split('.')[^1], TruthFile.Read(entry.Json)))];
    }
}
