using GroundedDocs.Adapters.VisionModel.Requests;
using GroundedDocs.Documents.Schemas;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel.Requests;

public sealed class SchemaGroupsTests
{
    private const string Wide = """
        {"type":"object","properties":{
          "a":{"type":"string"},"b":{"type":"string"},
          "party":{"type":"object","properties":{"p":{"type":"string"},"q":{"type":"string"},"r":{"type":"string"}}},
          "rows":{"type":"array","items":{"type":"object","properties":{"x":{"type":"string"},"y":{"type":"string"},"z":{"type":"string"}}}}}}
        """;

    [Fact]
    public void Split_NarrowSchema_IsOneGroup() => Assert.Single(SchemaGroups.Split(ModelBench.Schema(Wide).Root, 40));

    [Fact]
    public void Split_WideSchema_KeepsEveryFieldOnceAndArraysWhole()
    {
        var groups = SchemaGroups.Split(ModelBench.Schema(Wide).Root, 2);

        Assert.Equal(
            ["a,b", "party(p,q)", "party(r)", "rows[x,y,z]"],
            groups.Select(group => string.Join(',', group.Properties.Select(Write)))
        );
    }

    private static string Write(SchemaNode node) =>
        node switch
        {
            ObjectSchema nested => $"{node.Name}({string.Join(',', nested.Properties.Select(Write))})",
            ArraySchema { Items: ObjectSchema row } => $"{node.Name}[{string.Join(',', row.Properties.Select(Write))}]",
            _ => node.Name,
        };
}
