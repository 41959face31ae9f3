using GroundedDocs.Adapters.Recognition.Lines;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Lines;

public sealed class LookalikesTests
{
    [Theory]
    [InlineData("ISs", "ISS")]
    [InlineData("PRoJect", "PRoJect")]
    [InlineData("PROcESs", "PROCESS")]
    [InlineData("CO.no", "CO.no")]
    [InlineData("Cosvo", "Cosvo")]
    public void SmallLetterOfOneShape_AmongCapitals_IsACapital(string read, string expected) =>
        Assert.Equal(
            expected,
            string.Concat(Lookalikes.InOneCase([.. read.Select(c => new DecodedCharacter(c, 1, 0, 0))]).Select(item => item.Character))
        );

    [Theory]
    [InlineData("INV0ICE", "INVOICE")]
    [InlineData("475O0", "47500")]
    [InlineData("12.O5", "12.05")]
    [InlineData("2O24-03", "2024-03")]
    [InlineData("RMO.5O3", "RM0.503")]
    [InlineData("K8O4T", "K8O4T")]
    [InlineData("1KG", "1KG")]
    [InlineData("NO.1", "NO.1")]
    [InlineData("O", "O")]
    [InlineData("100", "100")]
    public void Resolve_TwinBarelyPossible_FollowsItsNeighboursInsideAWordOnly(string read, string expected) =>
        Assert.Equal(expected, Resolved(read, twinProbability: 0.05));

    [Theory]
    [InlineData("N0", "NO")]
    [InlineData("8110O", "81100")]
    public void Resolve_TwinProbable_FollowsItsNeighboursAtTheEdgeToo(string read, string expected) =>
        Assert.Equal(expected, Resolved(read, twinProbability: 0.3));

    [Fact]
    public void Resolve_TwinNotSeenByTheRecognizer_KeepsWhatWasRead() =>
        Assert.Equal("INV0ICE", Resolved("INV0ICE", twinProbability: 0.001));

    private static string Resolved(string read, double twinProbability)
    {
        var characters = read.Select(character => new DecodedCharacter(character, 0.6, 0, 0)
            {
                Twin = Lookalikes.TwinsOf(character).FirstOrDefault(),
                TwinProbability = Lookalikes.TwinsOf(character).Length > 0 ? twinProbability : 0,
            })
            .ToList();
        var startsWord = new bool[read.Length];
        startsWord[0] = true;
        return string.Concat(Lookalikes.Resolve(characters, startsWord).Select(character => character.Character));
    }
}
