using GroundedDocs.Documents.Layout;
using Xunit;

namespace GroundedDocs.Tests.Documents.Layout;

public sealed class CharacterLatticeTests
{
    [Fact]
    public void Parse_OfItsText_KeepsCharactersAndNearlyTheProbabilities()
    {
        var lattice = new CharacterLattice([
            [new CharacterChance('1', 0.7), new CharacterChance('/', 0.25), new CharacterChance(' ', 0.05)],
            [new CharacterChance(' ', 1)],
            [new CharacterChance('"', 0.003), new CharacterChance('ß', 0.997)],
        ]);

        var read = CharacterLattice.Parse(lattice.ToString())!;

        Assert.Equal(["1/ ", " ", "\"ß"], read.Steps.Select(step => string.Concat(step.Select(chance => chance.Character))));
        Assert.All(
            lattice.Steps.SelectMany(step => step).Zip(read.Steps.SelectMany(step => step)),
            pair => Assert.InRange(pair.Second.Probability / pair.First.Probability, 0.95, 1.05)
        );
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a0")]
    [InlineData("a0\n\n")]
    [InlineData("a \n")]
    [InlineData("a~\n")]
    public void Parse_OfAnotherText_IsNull(string text) => Assert.Null(CharacterLattice.Parse(text));
}
