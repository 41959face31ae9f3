using System.Text.Json.Nodes;
using GroundedDocs.Adapters.VisionModel.Requests;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel.Requests;

public sealed class AnswerSchemaTests
{
    private static readonly string[] Accepted = ["type", "properties", "required", "items", "enum", "description", "additionalProperties"];

    private const string Rich = """
        {"$defs":{"money":{"type":"number","minimum":0,"description":"An amount."}},
         "type":"object","required":["total"],"properties":{
           "total":{"$ref":"#/$defs/money"},
           "date":{"type":"string","format":"date","pattern":"^\\d{4}-\\d{2}-\\d{2}$","description":"Date of issue."},
           "kind":{"enum":["new","used"]},
           "rows":{"type":"array","minItems":1,"items":{"type":"object","properties":{"price":{"$ref":"#/$defs/money"}}}}}}
        """;

    [Fact]
    public void Write_RichSchema_UsesOnlyKeywordsThatServersAccept()
    {
        var schema = new AnswerSchema(WithPage: true, WithBox: true).Write(ModelBench.Schema(Rich).Root);

        Assert.All(Keywords(schema), keyword => Assert.Contains(keyword, Accepted));
    }

    [Fact]
    public void Write_Objects_RequireAllAndAllowNothingElse()
    {
        var schema = new AnswerSchema(WithPage: false, WithBox: false).Write(ModelBench.Schema(Rich).Root);

        Assert.Equal(["total", "date", "kind", "rows"], ((JsonArray)schema["required"]!).Select(name => name!.ToString()));
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(["value", "text"], ((JsonObject)schema["properties"]!["total"]!["properties"]!).Select(member => member.Key));
    }

    [Fact]
    public void Write_WhatServersDoNotKnow_IsSaidInDescriptions()
    {
        var date = new AnswerSchema(WithPage: false, WithBox: false).Write(ModelBench.Schema(Rich).Root)["properties"]!["date"]!;

        var description = date["description"]!.ToString();
        Assert.Contains("Date of issue.", description, StringComparison.Ordinal);
        Assert.Contains("Format: date.", description, StringComparison.Ordinal);
        Assert.Contains(@"Pattern: ^\d{4}-\d{2}-\d{2}$", description, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keywords(JsonObject schema) =>
        schema
            .Select(member => member.Key)
            .Concat(schema["properties"] is JsonObject members ? members.SelectMany(member => Keywords((JsonObject)member.Value!)) : [])
            .Concat(schema["items"] is JsonObject items ? Keywords(items) : []);
}
