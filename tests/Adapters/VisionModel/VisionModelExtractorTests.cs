using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using GroundedDocs.Adapters.VisionModel;
using GroundedDocs.Adapters.VisionModel.Server;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Tests.Simulation.Model;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel;

public sealed class VisionModelExtractorTests
{
    private const string Invoice = """
        {"type":"object","properties":{"number":{"type":"string"},"total":{"type":["number","null"]},
         "items":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"price":{"type":"number"}}}}}}
        """;

    private static readonly TrueField[] Truth =
    [
        ModelBench.Field("number", JsonValue.Create("A-17"), "A-17"),
        ModelBench.Field("total", JsonValue.Create(12.5), "12,50 EUR", page: 2),
        ModelBench.Field("items[0].name", JsonValue.Create("Bolt"), "Bolt"),
        ModelBench.Field("items[0].price", JsonValue.Create(2.5), "2,50"),
        ModelBench.Field("items[1].name", JsonValue.Create("Nut"), "Nut"),
    ];

    [Fact]
    public async Task Extract_PageWithValues_GivesValueTextPageAndProbability()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Options = bench.Options with { WindowPages = 2 };

        var prediction = (await bench.ExtractAsync(Invoice, "Invoice A-17", "Total 12,50 EUR")).Value;

        var total = prediction.Fields.Single(field => field.Path.ToString() == "total");
        Assert.Equal("12.5", total.Value.Text);
        Assert.Equal("12,50 EUR", total.PrintedText);
        Assert.Equal(2, total.PageNumber);
        Assert.InRange(total.Probability!.Value, 0.05, 1);
        Assert.Equal(
            ["number", "total", "items[0].name", "items[0].price", "items[1].name"],
            prediction.Fields.Select(f => f.Path.ToString())
        );
        Assert.Equal(("simulated", "prompt-v1"), (prediction.Provenance.Extractor, prediction.Provenance.Version));
        Assert.Equal(ModelBench.Schema(Invoice).Hash, prediction.Provenance.SchemaHash);
        Assert.Equal(1, prediction.Usage.Calls);
        Assert.True(prediction.Usage.OutputTokens > 0);
    }

    [Theory]
    [InlineData(ModelFamily.Qwen2Vl)]
    [InlineData(ModelFamily.Qwen3Vl)]
    public async Task Extract_FamilyWithThousandths_GivesRoughBoxOnThePage(ModelFamily family)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Options = bench.Options with { Family = family };

        var prediction = (await bench.ExtractAsync(Invoice, "Invoice A-17")).Value;

        var box = prediction.Fields[0].RoughBox!.Value;
        Assert.True(box.IntersectionOverUnion(new BoundingBox(0.1, 0.2, 0.3, 0.05)) > 0.9);
    }

    [Fact]
    public async Task Extract_FamilyWithoutBoxes_AsksForNone()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;

        var prediction = (await bench.ExtractAsync(Invoice, "Invoice A-17")).Value;

        Assert.All(prediction.Fields, field => Assert.Null(field.RoughBox));
        Assert.DoesNotContain("box", RequestedForm.Schema(bench.Server.Requests[0]).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_WideSchema_AsksInGroupsAndJoinsThem()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Options = bench.Options with { FieldsPerCall = 2 };

        var prediction = (await bench.ExtractAsync(Invoice, "Invoice A-17")).Value;

        Assert.Equal(2, bench.Server.Requests.Count);
        Assert.Equal(2, prediction.Usage.Calls);
        Assert.Equal(["number", "items[0].name", "items[0].price", "items[1].name"], prediction.Fields.Select(f => f.Path.ToString()));
    }

    [Fact]
    public async Task Extract_WithFaults_IsRepeatable()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth =
        [
            .. Enumerable.Range(0, 40).Select(i => ModelBench.Field($"f{i}", JsonValue.Create($"Value {i}"), $"Value {i}")),
        ];
        bench.Server.Faults = new FaultProfile { WrongOrMissing = 0.5 };
        var properties = string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"f{i}\":{{\"type\":\"string\"}}"));
        var schema = $"{{\"type\":\"object\",\"properties\":{{{properties}}}}}";

        var first = (await bench.ExtractAsync(schema, "page")).Value;
        var second = (await bench.ExtractAsync(schema, "page")).Value;

        Assert.Equal(first.Fields.Select(f => f.Value), second.Fields.Select(f => f.Value));
        Assert.InRange(first.Fields.Count(f => f.Value.Text == f.Path.ToString().Replace("f", "Value ", StringComparison.Ordinal)), 5, 35);
    }

    [Fact]
    public async Task Extract_EveryCall_IsCountedInMetrics()
    {
        var counted = new ConcurrentBag<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ModelMetrics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => counted.Add($"{instrument.Name} {tags[0].Value}"));
        listener.Start();
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;

        await bench.ExtractAsync(Invoice, "Invoice A-17");
        bench.Server.NextStatus(404);
        await bench.ExtractAsync(Invoice, "Invoice A-17");

        Assert.Contains("groundeddocs.model.calls answered", counted);
        Assert.Contains("groundeddocs.model.calls model.not_found", counted);
        Assert.Contains("gen_ai.client.token.usage output", counted);
    }
}
