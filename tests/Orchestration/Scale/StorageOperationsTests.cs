using System.Text.Json.Nodes;
using GroundedDocs.Orchestration;
using GroundedDocs.Orchestration.Ports;
using GroundedDocs.Tests.Orchestration.Fakes;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Scale;

/// <summary>The longest document works, and what a page costs does not depend on how many there are.</summary>
public sealed class StorageOperationsTests : IDisposable
{
    /// <summary>Requests a page, the messages' own included; measured 28.</summary>
    private const double MostOperationsAPage = 30;

    /// <summary>Requests of a document apart from its pages; measured 113.</summary>
    private const double MostOperationsADocument = 115;

    private readonly FlowBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(2_000)]
    public async Task StorageOperations_OfAPage_DoNotGrowWithTheNumberOfPages(int pages)
    {
        var storage = new CountingStorage(bench.Blobs, bench.Tables, bench.Queues);

        var prediction = await RunAsync(storage, pages);

        Assert.Equal(pages, prediction["response"]!["words"]!.AsArray().Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{pages} pages: {storage.Operations} operations, {storage.Bytes} bytes");
        Assert.InRange(storage.Operations, pages, MostOperationsADocument + (MostOperationsAPage * pages));
    }

    [Fact]
    public async Task Document_OverTheLimitOfPages_FailsWithTheLimit()
    {
        var prediction = await RunAsync(new CountingStorage(bench.Blobs, bench.Tables, bench.Queues), bench.Limits.Pages + 1);

        Assert.Equal("pages.limit", (string?)prediction["error"]!["code"]);
    }

    private async Task<JsonNode> RunAsync(CountingStorage storage, int pages)
    {
        var ports = new StoragePorts(storage, storage, storage);
        var flow = new DocumentFlow(new FlowParts(ports, bench.Stages.Stages, bench, bench.Time, bench, bench.Limits, "1"));
        var submission = await bench.SubmitAsync(bench.Document(pages), flow);
        await bench.DrainAsync(flow);
        return await bench.PredictionAsync(submission);
    }
}
