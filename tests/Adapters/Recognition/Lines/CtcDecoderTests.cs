using GroundedDocs.Adapters.Recognition.Lines;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Lines;

public sealed class CtcDecoderTests
{
    // Classes in this order: blank, a, b, colon, space.
    private static readonly CharacterSet Characters = new("ab:");

    [Theory]
    [InlineData("a", "a")]
    [InlineData("aaa", "a")]
    [InlineData("a-a", "aa")]
    [InlineData("-ab-b-", "abb")]
    [InlineData("a:b", "a:b")]
    [InlineData("a b", "ab")]
    [InlineData("----", "")]
    public void Decode_BestPath_CollapsesRepeatsAndDropsBlanks(string path, string expected) =>
        Assert.Equal(expected, string.Concat(Decode(path).Select(item => item.Character)));

    [Fact]
    public void Decode_SpaceBetweenCharacters_IsReportedWithTheOneAfterIt() =>
        Assert.Equal([0.0, 0.9, 0.0], Decode("a b-a").Select(item => Math.Round(item.SpaceBefore, 3)));

    [Fact]
    public void Decode_Position_IsTheMiddleOfTheStep() => Assert.Equal([4.0, 28.0], Decode("a--b").Select(item => item.Position));

    private static List<DecodedCharacter> Decode(string path)
    {
        var probabilities = new float[path.Length * Characters.Count];
        for (var step = 0; step < path.Length; step++)
        {
            var index = path[step] == ' ' ? Characters.Space : "-ab:".IndexOf(path[step], StringComparison.Ordinal);
            probabilities[(step * Characters.Count) + index] = 0.9f;
        }

        return new CtcDecoder(Characters).Decode(probabilities, path.Length * 8);
    }
}
