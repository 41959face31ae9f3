using System.Globalization;
using System.Text;
using GroundedDocs.Documents.Schemas;
using Xunit;

namespace GroundedDocs.Tests.Documents.Schemas;

public sealed class SchemaParserTests
{
    [Fact]
    public void Parse_Draft07OfZod_ReadsNullsReferencesAndFormats()
    {
        var root = Root(
            """
            {"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/Invoice","definitions":{"Invoice":{"type":"object","properties":{
              "id":{"type":"string","description":"Invoice number"},
              "due":{"type":["string","null"],"format":"date"},
              "lines":{"type":"array","items":{"type":"object","properties":{"count":{"type":"integer"},"price":{"type":["number","null"]}}}},
              "billing":{"type":"object","properties":{"city":{"type":"string"}}},
              "shipping":{"$ref":"#/definitions/Invoice/properties/billing"}}}}}
            """
        );

        Assert.Equal(["id", "due", "lines", "billing", "shipping"], root.Properties.Select(p => p.Name));
        Assert.Equal("Invoice number", root.Properties[0].Description);
        Assert.True(Assert.IsType<ScalarSchema>(root.Properties[1]) is { IsNullable: true, Format: "date", Type: ScalarType.Text });
        var line = Assert.IsType<ObjectSchema>(Assert.IsType<ArraySchema>(root.Properties[2]).Items);
        Assert.Equal([ScalarType.Integer, ScalarType.Number], line.Properties.Cast<ScalarSchema>().Select(p => p.Type));
        Assert.Equal("city", Assert.IsType<ObjectSchema>(root.Properties[4]).Properties.Single().Name);
    }

    [Fact]
    public void Parse_Pydantic_ReadsAnyOfNullAndOuterDescriptions()
    {
        var root = Root(
            """
            {"$defs":{"Kind":{"enum":["credit","debit"],"type":"string","title":"Kind"},"Person":{"type":"object","properties":{"name":{"type":"string"}}}},
             "type":"object","properties":{
              "kind":{"anyOf":[{"$ref":"#/$defs/Kind"},{"type":"null"}],"default":null,"description":"What it is"},
              "payer":{"allOf":[{"$ref":"#/$defs/Person"}],"title":"Payer"},
              "amount":{"anyOf":[{"type":"number"},{"type":"string"},{"type":"null"}],"title":"Amount"},
              "tags":{"type":"array","items":{"type":"string"}},
              "version":{"const":2}}}
            """
        );

        var kind = Assert.IsType<ScalarSchema>(root.Properties[0]);
        Assert.Equal(["credit", "debit"], kind.Choices);
        Assert.True(kind is { IsNullable: true, Title: "Kind", Description: "What it is" });
        Assert.Equal("Payer", Assert.IsType<ObjectSchema>(root.Properties[1]).Title);
        Assert.True(Assert.IsType<ScalarSchema>(root.Properties[2]) is { Type: ScalarType.Text, IsNullable: true, Title: "Amount" });
        Assert.IsType<ScalarSchema>(Assert.IsType<ArraySchema>(root.Properties[3]).Items);
        Assert.True(Assert.IsType<ScalarSchema>(root.Properties[4]) is { Type: ScalarType.Number, Choices: ["2"] });
    }

    [Theory]
    [InlineData("", "schema.json", "line 1")]
    [InlineData("[1]", "schema.object", "an array at $")]
    [InlineData("""{"type":"string"}""", "schema.object", "Wrap it")]
    [InlineData("""{"type":"object"}""", "schema.empty", "$")]
    [InlineData("""{"properties":{"a":{"$ref":"https://example.org/x.json"}}}""", "schema.ref.remote", "$.properties.a")]
    [InlineData("""{"properties":{"a":{"$ref":"#"}}}""", "schema.ref.loop", "$.properties.a")]
    [InlineData(
        """{"properties":{"a":{"$ref":"#/$defs/b"}},"$defs":{"b":{"properties":{"c":{"$ref":"#/$defs/b"}}}}}""",
        "schema.ref.loop",
        "$.properties.a.properties.c"
    )]
    [InlineData("""{"properties":{"a":{"$ref":"#/$defs/b"}}}""", "schema.ref.missing", "$.properties.a")]
    [InlineData("""{"properties":{"a":{"type":"strnig"}}}""", "schema.type", "$.properties.a")]
    [InlineData("""{"properties":{"a":{"type":"string"},"a":{"type":"string"}}}""", "schema.json", "valid JSON")]
    [InlineData("""{"properties":{"a":5}}""", "schema.node", "$.properties.a")]
    [InlineData("""{"properties":{"a":{"items":[{},{}]}}}""", "schema.tuple", "$.properties.a")]
    [InlineData("""{"properties":{"a":{"anyOf":[{"properties":{"b":{}}},{"type":"string"}]}}}""", "schema.union", "$.properties.a")]
    [InlineData("""{"properties":{"total":{},"total_metadata":{}}}""", "schema.metadata", "Rename it")]
    public void Parse_SchemaThatCannotBeUsed_SaysWhatAndWhere(string json, string code, string part)
    {
        var failure = SchemaParser.Parse(json).Failure;

        Assert.NotNull(failure);
        Assert.Equal(code, failure.Code);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TenThousandProperties_NamesTheLimit()
    {
        var properties = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"f{i}\":{{\"type\":\"string\"}}"));

        var failure = SchemaParser.Parse($"{{\"properties\":{{{properties}}}}}").Failure;

        Assert.Equal("schema.fields", failure?.Code);
        Assert.Contains(SchemaLimits.MaxFields.ToString(CultureInfo.InvariantCulture), failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ReferencesThatMultiply_StopsAtTheLimit()
    {
        var levels = new StringBuilder("""{"properties":{"a":{"$ref":"#/$defs/l0"}},"$defs":{""");
        for (var level = 0; level < 12; level++)
        {
            var next = $"{{\"$ref\":\"#/$defs/l{level + 1}\"}}";
            levels.Append(CultureInfo.InvariantCulture, $"\"l{level}\":{{\"properties\":{{\"a\":{next},\"b\":{next},\"c\":{next}}}}},");
        }

        levels.Append(""" "l12":{"type":"string"}}}""");

        Assert.Equal("schema.fields", SchemaParser.Parse(levels.ToString()).Failure?.Code);
    }

    [Theory]
    [InlineData(40, "schema.depth")]
    [InlineData(400, "schema.json")]
    public void Parse_DeepNesting_IsRefused(int depth, string code)
    {
        var json = string.Concat(Enumerable.Repeat("""{"properties":{"a":""", depth)) + "{}" + new string('}', depth * 2);

        Assert.Equal(code, SchemaParser.Parse(json).Failure?.Code);
    }

    [Fact]
    public void Parse_MalformedPattern_IsNotRefused() =>
        Assert.Null(SchemaParser.Parse("""{"properties":{"a":{"type":"string","pattern":"^(a+)+$("}}}""").Failure);

    [Fact]
    public void Hash_OtherKeyOrderAndSpace_IsTheSame()
    {
        var one = SchemaParser.Parse("""{"type":"object","properties":{"a":{"type":"string","title":"Ä"}}}""").Value;
        var other = SchemaParser.Parse("""{ "properties": {"a": {"title": "Ä", "type": "string"}}, "type": "object" }""").Value;

        // Truth: printf '%s' '{"properties":{"a":{"title":"Ä","type":"string"}},"type":"object"}' | sha256sum | cut -c1-8
        Assert.Equal("92085ea9", one.Hash);
        Assert.Equal(one.Hash, other.Hash);
    }

    private static ObjectSchema Root(string json)
    {
        var parsed = SchemaParser.Parse(json);
        Assert.Null(parsed.Failure);
        return parsed.Value.Root;
    }
}
