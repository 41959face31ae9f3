using System.Text;
using GroundedDocs.Adapters.VisionModel.Answers;
using Xunit;

namespace GroundedDocs.Tests.Adapters.VisionModel.Answers;

public sealed class TokenProbabilitiesTests
{
    [Fact]
    public void Of_SpanOverTokens_MultipliesThoseItTouches()
    {
        var found = From("{\"a\":\"é1\"}", ("{\"", 1), ("a\":", 1), ("\"é", 0.5), ("1", 0.4), ("\"}", 0.9))!;

        Assert.Equal(0.5 * 0.4 * 0.9, found.Of(5, 10), 6);
        Assert.Equal(0.4, found.Of(8, 9), 6);
        Assert.Equal(1, found.Of(0, 5), 6);
    }

    [Fact]
    public void From_TokensThatCutACharacter_StillFit()
    {
        var bytes = Encoding.UTF8.GetBytes("é");

        var found = TokenProbabilities.From([(bytes.AsMemory(0, 1), Math.Log(0.5)), (bytes.AsMemory(1, 1), Math.Log(0.5))], bytes)!;

        Assert.Equal(0.25, found.Of(0, 2), 6);
    }

    [Fact]
    public void From_EndOfTurnToken_IsIgnored() => Assert.Equal(0.5, From("{}", ("{}", 0.5), ("<|im_end|>", 0.1))!.Of(0, 2), 6);

    [Fact]
    public void From_TokensOfAnotherText_SayNothing()
    {
        Assert.Null(From("{}", ("{", 1), ("]", 1)));
        Assert.Null(From("{}", ("{", 1)));
        Assert.Null(From("{}"));
        Assert.Null(From(""));
    }

    private static TokenProbabilities? From(string answer, params (string Text, double Probability)[] tokens) =>
        TokenProbabilities.From(
            [.. tokens.Select(token => ((ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(token.Text), Math.Log(token.Probability)))],
            Encoding.UTF8.GetBytes(answer)
        );
}
