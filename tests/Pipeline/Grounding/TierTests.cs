using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Results;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

/// <summary>One table for each kind of comparison: what is printed, what is asked for, whether and how it is found.</summary>
public sealed class TierTests
{
    [Theory]
    [InlineData("Northern Harbour", "Northern Harbour", MatchTier.Exact)]
    [InlineData("NORTHERN-HARBOUR", "Northern Harbour", MatchTier.Squeezed)]
    [InlineData("AB 12.34/5", "AB12345", MatchTier.Squeezed)]
    [InlineData("Total:9.00", "9.00", MatchTier.SubWord)]
    [InlineData("Doe, Jane", "Jane Doe", MatchTier.Scattered)]
    [InlineData("3,488,000.00 (REV) 1984", "1984 (REV) 3, 488, 000. 00", MatchTier.Scattered)]
    [InlineData("Johannsen, Margaret", "Margaret J Johannsen", MatchTier.Fuzzy)]
    [InlineData(
        "24 at 150.00 for Transport ation, 30 at 125.00 crew",
        "30 at 125.00 crew, 24 at 150.00 for transportation",
        MatchTier.Fuzzy
    )]
    [InlineData("Harb0urmastcr", "Harbourmaster", MatchTier.Fuzzy)]
    [InlineData("7 Harbour Lane, Goshen 902n", "7 Harbour Lane, Goshen 90274", MatchTier.Fuzzy)]
    [InlineData("110 mg/cm²", "110 mg/cm2", MatchTier.Squeezed)]
    [InlineData("(555) 348-6512", "555-348-6512", MatchTier.Squeezed)]
    [InlineData("12-3456789", "123456789", MatchTier.Squeezed)]
    [InlineData("123 – 45 – 6789", "123456789", MatchTier.Exact)]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89370400440532013000", MatchTier.Exact)]
    public void Ground_Text_IsFoundByTheStrictestComparison(string printed, string value, MatchTier tier) =>
        Assert.Equal(tier, Ground(printed, value).Tier);

    [Theory]
    [InlineData("5 June 2018")]
    [InlineData("June 5, 2018")]
    [InlineData("05.06.2018")]
    [InlineData("2018/06/05")]
    [InlineData("5. Juni 2018")]
    [InlineData("5 juin 2018")]
    [InlineData("5 de junio de 2018")]
    [InlineData("5 giugno 2018")]
    [InlineData("5 juni 2018")]
    [InlineData("05-Jun-18")]
    public void Ground_DateInAnyNotation_IsFound(string printed)
    {
        var page = new PrintedPage().Print(5, 5, "25.12.2017").Print(10, 5, printed);

        var field = page.Ground(PrintedPage.Schema("field"), PrintedPage.Field("field", "2018-06-05")).Document.Fields[0];

        Assert.Equal(GroundingStatus.Normalized, field.Status);
        Assert.Equal(printed, string.Join(' ', field.Boxes.Select(b => b.Content)));
    }

    [Theory]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("$1,234.56", "1234.56")]
    [InlineData("1.234,56 EUR", "1234.56")]
    [InlineData("(1,234.56)", "-1234.56")]
    [InlineData("1,234.56-", "-1234.56")]
    [InlineData("19 %", "19")]
    public void Ground_AmountInAnyNotation_IsFound(string printed, string value) => Assert.NotEmpty(Ground(printed, value).Boxes);

    [Theory]
    [InlineData("1,284", "1,234")]
    [InlineData("12.34", "1234")]
    [InlineData("2019-06-05", "2018-06-05")]
    [InlineData("Southern Harbour", "Northern Harbour")]
    [InlineData("INV-10045", "INV-10046")]
    [InlineData("4n8 3526", "475835267")]
    public void Ground_AnotherValue_IsNotTakenForIt(string printed, string value) => Assert.Empty(Ground(printed, value).Boxes);

    // A reader that was unsure of the one digit may have misread it.
    [Theory]
    [InlineData(0.3, 1)]
    [InlineData(0.99, 0)]
    public void Ground_DigitDiffers_IsFoundOnlyWhereTheReaderWasUnsureOfIt(double confidence, int boxes)
    {
        double[] certain = [.. Enumerable.Repeat(0.99, 8)];
        certain[4] = confidence;
        var word = new Word("44718502", PrintedPage.BoxAt(10, 12, 8), 0.9, WordSource.Recognition) { CharacterConfidences = certain };
        var page = new PageLayout(1, new PixelSize(850, 1100), [word], [], [], []);

        var field = PrintedPage.Ground([page], PrintedPage.Schema("field"), PrintedPage.Field("field", "44713502")).Document.Fields[0];

        Assert.Equal(boxes, field.Boxes.Count);
    }

    [Fact]
    public void Ground_ValueThatMoreFieldsWantThanItIsPrinted_StandsWhereItWasMisread()
    {
        var page = new PrintedPage()
            .Print(10, 2, "Sender:")
            .Print(10, 12, "Harbourmaster")
            .Print(30, 2, "Receiver:")
            .Print(30, 12, "Harb0urmastcr");

        var fields = page.Ground(
            PrintedPage.Schema("receiver", "sender"),
            PrintedPage.Field("receiver", "Harbourmaster"),
            PrintedPage.Field("sender", "Harbourmaster")
        ).Document.Fields;

        Assert.Equal(["Harb0urmastcr", "Harbourmaster"], fields.Select(field => Assert.Single(field.Boxes).Content));
    }

    // "Filter" and the line below it read like the value with its parts turned round.
    [Fact]
    public void Ground_ValueWithAComma_StandsWhereItIsPrintedAndNotWhereItsPartsMeet()
    {
        var page = new PrintedPage().Print(10, 12, "King Size, Filter").Print(11, 12, "King Size");

        var field = page.Ground(PrintedPage.Schema("field"), PrintedPage.Field("field", "King Size, Filter")).Document.Fields[0];

        Assert.Equal(MatchTier.Exact, field.Tier);
        Assert.Equal(["King Size, Filter"], field.Boxes.Select(b => b.Content));
    }

    [Fact]
    public void Ground_AmountWithItsSignAtTheEdgeOfTheColumn_TakesTheSignAlong()
    {
        var page = new PrintedPage().Print(10, 2, "Cost").Print(10, 20, "$").Print(10, 25, "81.50");

        var field = page.Ground(PrintedPage.Schema("cost"), PrintedPage.Field("cost", "$ 81.50")).Document.Fields[0];

        Assert.Equal("$ 81.50", Assert.Single(field.Boxes).Content);
    }

    [Fact]
    public void Ground_TextWhoseLastWordsStandApart_IsFoundWithTheNextLine()
    {
        var page = new PrintedPage()
            .Print(10, 2, "The mixture was warmed for a while.")
            .Print(10, 60, "It stayed")
            .Print(11, 2, "clear at 20 degrees.");

        var field = page.Ground(
            PrintedPage.Schema("remarks"),
            PrintedPage.Field("remarks", "The mixture was warmed for a while. It stayed clear at 20 degrees.")
        ).Document.Fields[0];

        Assert.Equal(MatchTier.Exact, field.Tier);
        Assert.Contains("clear at 20 degrees.", field.Boxes.Select(box => box.Content));
    }

    [Theory]
    [InlineData(0.6, 1)]
    [InlineData(0.98, 0)]
    public void Ground_WordMuchMisread_IsFoundOnlyWhereTheReaderWasUnsureOfIt(double confidence, int boxes)
    {
        var page = new PrintedPage().Print(10, 2, "Helena").Print(10, 9, "Xrqws", confidence, WordSource.Recognition);

        var field = page.Ground(PrintedPage.Schema("signer"), PrintedPage.Field("signer", "Helena Kraus")).Document.Fields[0];

        Assert.Equal(boxes, field.Boxes.Count);
    }

    [Fact]
    public void Ground_DateByHandWithPartsOfUnequalHeight_IsFoundAsOne()
    {
        var page = new PrintedPage()
            .Write("2/", 0.50, 0.500, 0.04, 0.039)
            .Write("25/", 0.55, 0.497, 0.06, 0.039)
            .Write("89", 0.62, 0.510, 0.04, 0.016);

        var field = page.Ground(PrintedPage.Schema("date"), PrintedPage.Field("date", "2/ 25/ 89")).Document.Fields[0];

        Assert.Equal(["2/ 25/ 89"], field.Boxes.Select(b => b.Content));
    }

    private static GroundedField Ground(string printed, string value) =>
        new PrintedPage().Print(10, 12, printed).Ground(PrintedPage.Schema("field"), PrintedPage.Field("field", value)).Document.Fields[0];

    // A sign that the reader did not know beside the words: a box before, a per cent sign behind.
    [Theory]
    [InlineData("[] Air", "I", "Air", "", 0.3, "I Air")]
    [InlineData("Nil %", "", "Nil", "e", 0.5, "Nil e")]
    [InlineData("Nil %", "", "Nil", "e", 0.9, "Nil")]
    public void Ground_SignReadAsALetterUnsurely_BelongsToTheValue(
        string value,
        string before,
        string word,
        string after,
        double confidence,
        string printed
    )
    {
        var page = new PrintedPage().Print(10, 12, word, source: WordSource.Recognition);
        page = before.Length > 0 ? page.Print(10, 10, before, confidence, WordSource.Recognition) : page;
        page = after.Length > 0 ? page.Print(10, 13 + word.Length, after, confidence, WordSource.Recognition) : page;

        var field = page.Ground(PrintedPage.Schema("rate"), PrintedPage.Field("rate", value)).Document.Fields[0];

        Assert.Equal(printed, field.Boxes[0].Content);
    }

    [Fact]
    public void Ground_TickedBoxThatWasReadAsLetters_StandsOnItsCross()
    {
        var page = new PrintedPage().Print(10, 2, "September").Print(10, 13, "[x").Print(12, 2, "October").Print(12, 13, "[");

        var field = page.Ground(PrintedPage.Schema("september"), PrintedPage.Field("september", "☑")).Document.Fields[0];

        Assert.Equal("x", Assert.Single(field.Boxes).Content);
    }
}
