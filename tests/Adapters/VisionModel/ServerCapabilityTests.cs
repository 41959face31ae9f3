using System.Text.Json.Nodes;
using GroundedDocs.Tests.Simulation.Model;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel;

/// <summary>Servers that cannot do everything are asked for less, once, and remembered.</summary>
public sealed class ServerCapabilityTests
{
    private const string Schema = """{"type":"object","properties":{"number":{"type":"string"}}}""";

    private static readonly TrueField[] Truth = [ModelBench.Field("number", JsonValue.Create("A-1"), "A-1")];

    [Fact]
    public async Task JsonSchema_WhenRefused_FallsBackToJsonObjectWithTheSchemaInThePrompt()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Server.NextStatus(400, """{"error":{"message":"response_format json_schema is not supported"}}""");

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;
        await bench.ExtractAsync(Schema, "page");

        Assert.Equal("A-1", prediction.Fields[0].Value.Text);
        Assert.Equal(
            ["json_schema", "json_object", "json_object"],
            bench.Server.Requests.Select(request => request["response_format"]!["type"]!.ToString())
        );
    }

    [Fact]
    public async Task ResponseFormat_WhenRefusedAltogether_IsLeftOut()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Server.NextStatus(400);
        bench.Server.NextStatus(422);

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal("A-1", prediction.Fields[0].Value.Text);
        Assert.False(bench.Server.Requests[2].ContainsKey("response_format"));
    }

    [Fact]
    public async Task LogProbabilities_WhenRefused_AreNotAskedForAgain()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Server.NextStatus(400, """{"error":{"message":"This model does not support logprobs"}}""");

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Null(prediction.Fields[0].Probability);
        Assert.Equal("json_schema", bench.Server.Requests[1]["response_format"]!["type"]!.ToString());
    }

    [Fact]
    public async Task Pictures_WhenRefused_LeaveTheRecognisedText()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Server.NextStatus(400, """{"error":{"message":"At most 0 image(s) may be provided in one request."}}""");

        var prediction = (await bench.ExtractAsync(Schema, "page A-1")).Value;

        Assert.Equal("A-1", prediction.Fields[0].Value.Text);
        Assert.Equal(["text", "image_url"], RequestedForm.Parts(bench.Server.Requests[0]).Select(part => part["type"]!.ToString()));
        Assert.Equal(["text"], RequestedForm.Parts(bench.Server.Requests[1]).Select(part => part["type"]!.ToString()));
    }

    [Fact]
    public async Task Picture_RefusedOnce_IsSentAgainForTheNextDocument()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Server.NextStatus(400, """{"error":{"message":"cannot identify image file"}}""");

        await bench.ExtractAsync(Schema, "page");
        await bench.ExtractAsync(Schema, "page");

        Assert.Equal([2, 1, 2], bench.Server.Requests.Select(request => RequestedForm.Parts(request).Count()));
    }

    [Fact]
    public async Task Request_LongerThanTheContext_SaysWhatToDoAndTeachesNothing()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.Truth = Truth;
        bench.Server.NextStatus(400, """{"error":{"message":"This model's maximum context length is 4096 tokens."}}""");

        var failure = (await bench.ExtractAsync(Schema, "page")).Failure!;
        await bench.ExtractAsync(Schema, "page");

        Assert.Equal(("model.too_long", false), (failure.Code, failure.IsTransient));
        Assert.Equal("json_schema", bench.Server.Requests[1]["response_format"]!["type"]!.ToString());
    }

    [Fact]
    public async Task Server_ThatRefusesEverything_IsAFailureAfterFewRequests()
    {
        await using var bench = await ModelBench.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            bench.Server.NextStatus(400);
        }

        var failure = (await bench.ExtractAsync(Schema, "page")).Failure!;

        Assert.Equal(("model.refused", false), (failure.Code, failure.IsTransient));
        Assert.InRange(bench.Server.Requests.Count, 2, 6);
    }
}
