using System.Text.Json.Nodes;
using GroundedDocs.App.Cli;
using GroundedDocs.Tests.Adapters.Pdf;
using GroundedDocs.Tests.Simulation.Model;
using Xunit;

namespace GroundedDocs.Tests.App.Cli;

/// <summary>The command line asks the model that is configured, through the whole pipeline.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class ModelExtractionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("groundeddocs-model-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Extract_WithAModel_GroundsItsAnswersAndSaysWhoGaveThem()
    {
        await using var server = await SimulatedModelServer.StartAsync();
        server.Truth = [new TrueField("amount", JsonValue.Create("12.50"), "12.50", 1, null)];
        var file = Write("page.pdf", new RawPdf().Page(RawPdf.Text("Amount 12.50", 60, 400)).Write());
        var schema = Write("schema.json", """{"type":"object","properties":{"amount":{"type":"string"}}}"""u8.ToArray());
        var output = Path.Combine(folder, "out.json");

        var code = await CommandLine.RunAsync([
            "extract",
            file,
            "--schema",
            schema,
            "--out",
            output,
            "--model",
            "reader",
            "--model-endpoint",
            server.Endpoint.ToString(),
        ]);

        Assert.Equal(0, code);
        var answer = JsonNode.Parse(await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken))!;
        Assert.Equal("reader", (string?)answer["provenance"]!["extractor"]);
        Assert.Equal("12.50", (string?)answer["response"]!["amount"]);
        Assert.Equal("12.50", (string?)answer["response"]!["amount_metadata"]!["bboxes"]![0]!["content"]);
        Assert.True((long)answer["usage"]!["input_tokens"]! > 0);
        Assert.Single(server.Requests);
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
