using System.Text;
using CsCheck;
using GroundedDocs.Adapters.VisionModel.Answers;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel.Answers;

public sealed class AnswerParserTests
{
    private const string Whole = """Sure: {"a":{"value":"é","text":null},"rows":[{"b":1.50},{"b":true}]} done""";

    [Fact]
    public void Parse_PlacesOfValues_CountBytesOfTheAnswer()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);

        var value = AnswerParser.Parse(bytes)!.Member("a")!.Member("value")!;

        Assert.Equal("\"é\"", Encoding.UTF8.GetString(bytes[value.Start..value.End]));
    }

    [Fact]
    public void Parse_CutAnywhere_NeverInventsAndNeverThrows()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        var known = new HashSet<string>(StringComparer.Ordinal) { "", "é", "1.50", "true" };
        for (var length = 0; length <= bytes.Length; length++)
        {
            if (AnswerParser.Parse(bytes.AsSpan(0, length)) is { } found)
            {
                Assert.All(Scalars(found), scalar => Assert.Contains(scalar.Text, known));
            }
        }
    }

    [Fact]
    public void Parse_AnyBytes_NeverThrows() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(bytes => AnswerParser.Parse([.. "{\"a\":"u8, .. bytes]) is null or { Kind: System.Text.Json.JsonValueKind.Object });

    private static IEnumerable<AnswerNode> Scalars(AnswerNode node) =>
        node.Members.Count + node.Elements.Count == 0
            ? [node]
            : node.Members.Select(member => member.Value).Concat(node.Elements).SelectMany(Scalars);
}
