using System.Text.Json.Nodes;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Results;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Serialization;
using Xunit;

namespace GroundedDocs.Tests.Orchestration.Results;

public sealed class ResultBodyTests
{
    private const string Schema = """{"type":"object","properties":{"a":{"type":"string"}}}""";

    private static readonly WorkUsage Used = new(new ModelUsage(3, 20_000, 1_000, TimeSpan.FromSeconds(36)), 4, 3, 1, 50);

    private static readonly PriceTable Prices = new()
    {
        Currency = "EUR",
        MillionInputTokens = 1,
        ModelHour = 2,
    };

    [Fact]
    public void Usage_SaysWhatWasUsedAndWhatItCost()
    {
        var usage = Write()["usage"]!;

        Assert.Equal(4, usage["elements_processed"]!.GetValue<int>());
        Assert.Equal(21_000, usage["tokens"]!.GetValue<long>());
        Assert.Equal(3, usage["model_calls"]!.GetValue<int>());
        Assert.Equal(1, usage["service_pages"]!.GetValue<int>());
        // 0.02 for the tokens and 0.02 for 36 seconds.
        Assert.Equal(0.04m, usage["cost"]!.GetValue<decimal>());
        Assert.Equal(0.01m, usage["cost_per_page"]!.GetValue<decimal>());
        Assert.Equal("EUR", usage["currency"]!.ToString());
        Assert.Equal(50, usage["storage_operations"]!.GetValue<long>());
        Assert.Equal(2, usage["lost_attempts"]!.GetValue<int>());
    }

    [Fact]
    public void Pages_SayWhatEachUsedAndWhatItCost()
    {
        var pages = Write()["pages"]!;

        Assert.Equal(20_000, pages[1]!["usage"]!["input_tokens"]!.GetValue<long>());
        Assert.Equal(0.04m, pages[1]!["usage"]!["cost"]!.GetValue<decimal>());
        Assert.Equal(0, pages[0]!["usage"]!["input_tokens"]!.GetValue<long>());
    }

    [Fact]
    public void Provenance_NamesModelPromptAndSchema() =>
        Assert.Equal(
            """{"extractor":"some-model","version":"prompt-v1","schema_hash":"0123abcd","fallback":true}""",
            Write()["provenance"]!.ToJsonString()
        );

    private static JsonNode Write()
    {
        var provenance = new Provenance("some-model", "prompt-v1", "0123abcd") { IsFallback = true };
        ResultPage[] pages = [.. Enumerable.Range(1, 4).Select(page => new ResultPage(page, new PixelSize(10, 10), 0))];
        var work = new GroundedWork(new GroundedDocument([], provenance), pages, []);
        var usage = new RunUsage(Used, new Dictionary<int, WorkUsage> { [2] = Used }, LostAttempts: 2);
        var plan = new ExtractionPlan(
            1,
            null,
            Schema,
            [
                [1],
            ]
        );
        var body = ResultBody.Write(
            work,
            plan,
            new RunRequest(),
            SchemaParser.Parse(Schema).Value,
            usage,
            null,
            Prices,
            TimeSpan.FromSeconds(2)
        );
        return JsonNode.Parse(body.Span)!;
    }
}
