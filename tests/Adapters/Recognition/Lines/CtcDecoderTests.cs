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

    [Fact]
    public void Decode_Steps_SayWhatElseWasPossible()
    {
        // Two steps: unsure between a and b with a rest of nothing, then nearly sure of a space.
        float[] probabilities = [0.2f, 0.5f, 0.299f, 0.001f, 0, 0.001f, 0, 0, 0, 0.999f];

        var steps = new CtcDecoder(Characters).Decode(probabilities, 16).Steps;

        Assert.Equal([4.0, 12.0], steps.Select(step => step.Position));
        Assert.Equal([(' ', 0.2), ('a', 0.5), ('b', 0.299)], steps[0].Chances.Select(c => (c.Character, Math.Round(c.Probability, 3))));
        Assert.Equal([(' ', 1.0)], steps[1].Chances.Select(c => (c.Character, c.Probability)));
    }

    private static List<DecodedCharacter> Decode(string path)
    {
        var probabilities = new float[path.Length * Characters.Count];
        for (var step = 0; step < path.Length; step++)
        {
            var index = path[step] == ' ' ? Characters.Space : "-ab:".IndexOf(path[step], StringComparison.Ordinal);
            probabilities[(step * Characters.Count) + index] = 0.9f;
        }

        return [.. new CtcDecoder(Characters).Decode(probabilities, path.Length * 8).Characters];
    }
}
