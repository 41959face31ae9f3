using GroundedDocs.Adapters.Recognition.Lines;
using Xunit;

namespace GroundedDocs.Tests.Adapters.Recognition.Lines;

public sealed class LetterRepetitionTests
{
    [Theory]
    [InlineData("00", 2, "0")]
    [InlineData("101010", 3, "10")]
    [InlineData("Cc", 2, "C")]
    [InlineData("eee", 3, "e")]
    public void Copies_ReadAlike_AreTheLetter(string read, int times, string expected) =>
        Assert.Equal(expected, string.Concat(LetterRepetition.Single(Decoded(read, 0.9), times)!.Select(letter => letter.Character)));

    [Theory]
    [InlineData("", 2, 0.9)]
    [InlineData("08", 2, 0.9)]
    [InlineData("000", 2, 0.9)]
    [InlineData("...", 3, 0.9)]
    [InlineData("12341234", 2, 0.9)]
    [InlineData("00", 2, 0.5)]
    public void Copies_ReadDifferentlyOrHardlyOrAsNoLetter_AreNothing(string read, int times, double confidence) =>
        Assert.Null(LetterRepetition.Single(Decoded(read, confidence), times));

    [Fact]
    public void Readings_OfDifferentNumbersOfCopies_HaveToSayTheSame()
    {
        Assert.True(LetterRepetition.Agrees([], Decoded("7", 0.9)));
        Assert.True(LetterRepetition.Agrees(Decoded("7", 0.7), Decoded("7", 0.9)));
        Assert.False(LetterRepetition.Agrees(Decoded("1", 0.9), Decoded("7", 0.9)));
    }

    private static DecodedCharacter[] Decoded(string text, double confidence) =>
        [.. text.Select((letter, i) => new DecodedCharacter(letter, confidence, i * 24, 0))];
}
