using System.Text.Json.Nodes;
using GroundedDocs.App.Api.Schemas;
using GroundedDocs.Documents.Schemas;
using Xunit;

namespace GroundedDocs.Tests.App.Api.Schemas;

public sealed class FieldSelectionTests
{
    private const string Schema = """
        {"type":"object","required":["id","items"],"properties":{
          "id":{"type":"string"},"total":{"type":"number"},
          "customer":{"anyOf":[{"$ref":"#/$defs/party"},{"type":"null"}]},
          "items":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"price":{"type":"number"}}}}},
         "$defs":{"party":{"type":"object","properties":{"name":{"type":"string"},"city":{"type":"string"}}}}}
        """;

    [Fact]
    public void Selection_KeepsTheNamedFieldsInItsOrder()
    {
        var cut = JsonNode.Parse(FieldSelection.Apply("query Fields { items { price } customer { city }, id }", Schema).Value)!;

        Assert.Equal(["items", "customer", "id"], cut["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["price"], cut["properties"]!["items"]!["items"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["city"], cut["properties"]!["customer"]!["anyOf"]![0]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["id", "items"], cut["required"]!.AsArray().Select(name => (string?)name));
        Assert.Null(SchemaParser.Parse(cut.ToJsonString()).Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ }")]
    [InlineData("{ id } }")]
    [InlineData("{ id(limit: 3) }")]
    [InlineData("{ missing }")]
    [InlineData("{ id { inner } }")]
    [InlineData("{ id id }")]
    [InlineData("{ ...fragment }")]
    public void Statement_ThatChoosesNothing_IsRefused(string statement) =>
        Assert.StartsWith("gql.", FieldSelection.Apply(statement, Schema).Failure?.Code, StringComparison.Ordinal);

    [Fact]
    public void Statement_NestedWithoutEnd_IsRefused() =>
        Assert.NotNull(FieldSelection.Apply(string.Concat(Enumerable.Repeat("{ a ", 5_000)), Schema).Failure);
}
