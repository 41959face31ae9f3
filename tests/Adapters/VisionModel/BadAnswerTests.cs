using System.Text.Json.Nodes;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel;

/// <summary>What models and servers send instead of what was asked for: each has a defined end.</summary>
public sealed class BadAnswerTests
{
    private const string Schema = """
        {"type":"object","properties":{"number":{"type":"string"},"count":{"type":"integer"},
         "kind":{"enum":["new","used"]},"rows":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}}}}
        """;

    private const string Whole =
        """{"number":{"value":"A-1","text":"A-1"},"count":{"value":3,"text":"3"},"kind":{"value":"new","text":"New"},"rows":[]}""";

    [Theory]
    [InlineData("Here is the JSON you asked for:\n```json\n" + Whole + "\n```\nAnything else?")]
    [InlineData("<think>The form {braces} means { \"number\": 1 }</think>" + Whole)]
    [InlineData(Whole + Whole)]
    public async Task Answer_WithProseAround_IsRead(string content)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextContent(content);

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal(["A-1", "3", "new"], prediction.Fields.Select(field => field.Value.Text));
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task Answer_CutInTheMiddle_KeepsWhatIsCompleteAndAsksForTheRest()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextContent("""{"number":{"value":"A-1","text":"A-1"},"count":{"value":3""", "length");
        bench.Server.NextContent("""{"count":{"value":31,"text":"31"},"kind":{"value":"used","text":"used"},"rows":[]}""");

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal(["A-1", "31", "used"], prediction.Fields.Select(field => field.Value.Text));
        Assert.DoesNotContain("\"number\"", bench.Server.Requests[1]["response_format"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, prediction.Usage.Calls);
    }

    [Fact]
    public async Task Answer_ListBrokenOff_IsContinuedWithTheRowsThatFollow()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextContent(
            """{"number":null,"count":null,"kind":null,"rows":[{"name":{"value":"a","text":"a"}},{"name":{"val""",
            "length"
        );
        bench.Server.NextContent("""{"rows":[{"name":{"value":"b","text":"b"}},{"name":{"value":"c","text":"c"}}]}""");

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal(
            ["rows[0].name=a", "rows[1].name=b", "rows[2].name=c"],
            prediction.Fields.Select(field => $"{field.Path}={field.Value}")
        );
    }

    [Theory]
    [InlineData("""{"invoice":"A-1","sum":3}""")]
    [InlineData("I cannot help with that.")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,2]")]
    public async Task Answer_OfAnotherSchemaOrNone_IsAskedAgainOnceThenNullWithReason(string content)
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextContent(content);
        bench.Server.NextContent(content);

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal(2, bench.Server.Requests.Count);
        Assert.Equal(["number", "count", "kind"], prediction.Fields.Select(field => field.Path.ToString()));
        Assert.All(prediction.Fields, field => Assert.True(field.Value.IsNull));
        Assert.All(prediction.Fields, field => Assert.NotNull(field.Note));
    }

    [Fact]
    public async Task Answer_WithWrongTypes_IsCorrectedWhereOneReadingIsPossible()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextContent(
            """{"number":{"value":17,"text":"17"},"count":"3","kind":{"value":"NEW"},"rows":{"name":{"value":"a"}}}"""
        );

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal(
            ["number=17", "count=3", "kind=new", "rows[0].name=a"],
            prediction.Fields.Select(field => $"{field.Path}={field.Value}")
        );
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task Answer_WithInvalidParts_AsksForThemAgainAndKeepsTheRest()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextContent("""{"number":{"value":"A-1"},"count":{"value":"many"},"kind":{"value":"gebraucht"},"rows":[]}""");
        bench.Server.NextContent("""{"count":{"value":4,"text":"4"},"kind":{"value":"gebraucht"}}""");

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal(["number=A-1", "count=4", "kind=null"], prediction.Fields.Select(field => $"{field.Path}={field.Value}"));
        Assert.Contains("choices", prediction.Fields[2].Note, StringComparison.Ordinal);
        Assert.DoesNotContain("gebraucht", bench.Server.Requests[1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WithAFieldTwice_TakesTheFirstThatSaysSomething()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.NextContent(
            """{"number":null,"number":{"value":"A-1"},"number":{"value":"B-2"},"count":null,"kind":null,"rows":[]}"""
        );

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Equal("A-1", Assert.Single(prediction.Fields).Value.Text);
    }

    [Fact]
    public async Task Answer_WithoutLogProbabilities_LeavesProbabilityUnknown()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Server.GivesLogProbabilities = false;
        bench.Server.Truth = [ModelBench.Field("number", JsonValue.Create("A-1"), "A-1")];

        var prediction = (await bench.ExtractAsync(Schema, "page")).Value;

        Assert.Null(Assert.Single(prediction.Fields).Probability);
    }
}
