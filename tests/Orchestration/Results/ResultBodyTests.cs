using System.Text.Json.Nodes;
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

    private static readonly WorkUsage Used = new(new ModelUsage(3, 20_000, 1_000, TimeSpan.FromSeconds(36)), 4, 3, 1, 0);

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
        var work = new GroundedWork(new GroundedDocument([], provenance), [], [], Used);
        var plan = new ExtractionPlan(
            1,
            null,
            Schema,
            [
                [1],
            ]
        );
        var body = ResultBody.Write(work, plan, new RunRequest(), SchemaParser.Parse(Schema).Value, Prices, TimeSpan.FromSeconds(2));
        return JsonNode.Parse(body.Span)!;
    }
}
