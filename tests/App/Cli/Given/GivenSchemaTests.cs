using System.Text.Json.Nodes;
using GroundedDocs.App.Cli.Given;
using GroundedDocs.Documents.Values;
using Xunit;

namespace GroundedDocs.Tests.App.Cli.Given;

public sealed class GivenSchemaTests
{
    private const string Schema = """
        {"type": "object", "properties": {
          "address": {"type": "array", "items": {"type": "string"}},
          "items": {"type": "array", "items": {"type": "object", "properties": {"price": {"type": "number"}}}}}}
        """;

    [Fact]
    public void Fit_ListGivenAsOneText_BecomesAText()
    {
        var fitted = JsonNode.Parse(GivenSchema.Fit(Schema, [FieldPath.Parse("address")]))!["properties"]!;

        Assert.Equal("string", fitted["address"]!["type"]![0]!.ToString());
        Assert.Equal("array", fitted["items"]!["type"]!.ToString());
    }

    [Fact]
    public void Fit_ElementsGivenOneByOne_StaysAsItIs() =>
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(Schema),
                JsonNode.Parse(GivenSchema.Fit(Schema, [FieldPath.Parse("address[0]"), FieldPath.Parse("items[1].price")]))
            )
        );
}
