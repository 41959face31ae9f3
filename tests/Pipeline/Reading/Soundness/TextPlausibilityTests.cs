using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Soundness;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Reading.Soundness;

public sealed class TextPlausibilityTests
{
    [Theory]
    [InlineData("Introduction………………………………………………………………………………………………4 Prices………………………………………………………………………………………7")]
    [InlineData(
        "（一）、第「二」、（三）、第「四」、（五）、第「六」、（七）、第「八」、（九）、第「十」、（一）、第「二」、（三）、第「四」"
    )]
    [InlineData("Strength and patience are worth more than speed, said the old clerk who kept the books of the harbour.")]
    public void IsGarbage_OfPrintedText_IsFalse(string text) => Assert.False(TextPlausibility.IsGarbage(Words(text)));

    [Theory]
    [InlineData("{^}~ |<>| @@=¬ {~^} ¦¦¦ <=> ~~{ }{| ^^@ ¬=¬ {|} ~<> @^~ {=} |~| ¦{} ^=~ <@> {}~ ^|^ =@= ~{~ |}| <^>")]
    [InlineData("Wkrtq zzxk bcdfg hjklm npqrst vwxz bcdf ghjk lmnp qrst vwxz bcdf ghjk lmnp qrst vwxz bcdf ghjk")]
    public void IsGarbage_OfABrokenEncoding_IsTrue(string text) => Assert.True(TextPlausibility.IsGarbage(Words(text)));

    private static List<Word> Words(string text) =>
        [.. text.Split(' ').Select(word => new Word(word, new BoundingBox(0, 0, 0.1, 0.1), 1, WordSource.TextLayer))];
}
