using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Results;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

/// <summary>Values that the recogniser held possible where it read another text.</summary>
public sealed class LatticeTests
{
    // A step in parentheses is open between its characters, the first of which was read; any other step is sure.
    private const double SecondChoice = 0.25;

    [Theory]
    [InlineData("8(1/)2 (32)/83", "8/22/83", true)]
    [InlineData("8(1/)2 (32)/83", "8/23/83", true)]
    [InlineData("8(1/)2 (32)/83", "8/24/83", false)]
    [InlineData("8(1/)2 (32)/83", "8/22", false)]
    [InlineData("534(1 ).1", "534.1", true)]
    [InlineData("534(1 ).1", "53.1", false)]
    [InlineData("(Hh)arb(cr)", "HARBR", true)]
    [InlineData("44(71)2", "412", true)]
    [InlineData("44(71)2", "4412", false)]
    [InlineData("4 4(71)2", "4412", true)]
    [InlineData("$12(38).5(60)'", "128.50", true)]
    [InlineData("-12(38).50", "128.50", false)]
    [InlineData("12(38).50", "-128.50", false)]
    public void Ground_Value_IsFoundWhereTheRecognisersOwnChoicesSpellAllOfTheWord(string steps, string value, bool isFound)
    {
        var field = Ground(value, Read(steps, column: 12));

        Assert.Equal(isFound ? GroundingStatus.Fuzzy : GroundingStatus.Unlocated, field.Status);
        Assert.NotEqual(ConfidenceBand.High, field.Confidence);
    }

    [Fact]
    public void Ground_ValueOfSeveralWords_TakesTheSureWordsAlong()
    {
        var sure = new Word("27", PrintedPage.BoxAt(10, 12, 2), 1, WordSource.Recognition);

        var field = Ground("27 Mai", sure, Read("M(ao)(ti)", column: 15));

        Assert.Equal("27 Mat", Assert.Single(field.Boxes).Content);
    }

    [Fact]
    public void Ground_ValueOfImprobableCharacters_IsNotFound()
    {
        var rare = new CharacterLattice([.. "371".Select((c, i) => Step(c, 0.97, "845"[i], 0.02))]);
        var word = new Word("371", PrintedPage.BoxAt(10, 12, 3), 0.97, WordSource.Recognition) { Lattice = rare };

        Assert.Empty(Ground("845", word).Boxes);
    }

    [Theory]
    [InlineData("(S$)", "$", true)]
    [InlineData("(S5)", "$", false)]
    [InlineData("(S$)ale", "$", false)]
    public void Ground_Sign_IsFoundWhereItMayStandAlone(string steps, string value, bool isFound) =>
        Assert.Equal(isFound, Ground(value, Read(steps, column: 12)).Boxes.Count > 0);

    private static GroundedField Ground(string value, params Word[] words) =>
        PrintedPage
            .Ground(
                [new PageLayout(1, new PixelSize(850, 1100), words, [], [], [])],
                PrintedPage.Schema("field"),
                PrintedPage.Field("field", value)
            )
            .Document.Fields[0];

    private static Word Read(string steps, int column)
    {
        var (text, lattice) = ("", new List<IReadOnlyList<CharacterChance>>());
        for (var at = 0; at < steps.Length; at++)
        {
            if (steps[at] != '(')
            {
                lattice.Add([new CharacterChance(steps[at], 1)]);
                text += steps[at];
                continue;
            }

            lattice.Add(Step(steps[at + 1], 1 - SecondChoice, steps[at + 2], SecondChoice));
            text += steps[at + 1];
            at += 3;
        }

        var read = text.Replace(" ", "", StringComparison.Ordinal);
        return new Word(read, PrintedPage.BoxAt(10, column, read.Length), 0.9, WordSource.Recognition)
        {
            CharacterConfidences = [.. Enumerable.Repeat(0.9, read.Length)],
            Lattice = new CharacterLattice(lattice),
        };
    }

    private static CharacterChance[] Step(char first, double probability, char second, double other) =>
        [new CharacterChance(first, probability), new CharacterChance(second, other)];
}
