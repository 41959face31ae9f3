using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

public sealed class AssignmentTests
{
    [Fact]
    public void Ground_DecimalCommaElsewhere_DecidesWhatOnePointMeans()
    {
        var page = new PrintedPage().Print(5, 5, "Netto 1.234,56").Print(7, 5, "Menge 2.500");
        var schema = PrintedPage.Schema("menge");

        Assert.Single(page.Ground(schema, PrintedPage.Field("menge", "2500")).Document.Fields[0].Boxes);
    }

    [Fact]
    public void Ground_FieldsNumberedInTheirNames_StandInTheirOrder()
    {
        var page = new PrintedPage()
            .Print(10, 2, "Signature")
            .Print(10, 30, "J. Doe")
            .Print(12, 2, "Signature of the second witness")
            .Print(13, 30, "J. Doe");

        var fields = page.Ground(
            PrintedPage.Schema("signature", "signature_2"),
            PrintedPage.Field("signature", "J. Doe"),
            PrintedPage.Field("signature_2", "J. Doe")
        ).Document.Fields;

        Assert.True(fields[0].Boxes[0].Region.Box.Top < fields[1].Boxes[0].Region.Box.Top);
    }

    [Fact]
    public void Ground_NumberThatIsPartOfAName_IsNoPlaceInAnOrder()
    {
        var page = new PrintedPage().Print(10, 2, "Level (40)").Print(10, 30, "0").Print(12, 2, "Level").Print(12, 30, "0");

        var fields = page.Ground(
            PrintedPage.Schema("level", "level_40"),
            PrintedPage.Field("level", "0"),
            PrintedPage.Field("level_40", "0")
        ).Document.Fields;

        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(12, 30, 1), fields[0]);
        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(10, 30, 1), fields[1]);
    }

    [Fact]
    public void Ground_ValueThatAnotherValueContains_PrefersAPlaceOfItsOwn()
    {
        var page = new PrintedPage().Print(10, 2, "Title").Print(10, 12, "Chairman and Professor").Print(30, 60, "Professor");

        var fields = page.Ground(
            PrintedPage.Schema("title", "rank"),
            PrintedPage.Field("title", "Chairman and Professor"),
            PrintedPage.Field("rank", "Professor")
        ).Document.Fields;

        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(30, 60, 9), fields[1]);
    }

    [Fact]
    public void Ground_ValueThatStandsInAnotherValueOnly_IsFoundThere()
    {
        var page = new PrintedPage().Print(10, 2, "Address").Print(10, 12, "7 Mill Lane, Oxbridge");

        var fields = page.Ground(
            PrintedPage.Schema("address", "city"),
            PrintedPage.Field("address", "7 Mill Lane, Oxbridge"),
            PrintedPage.Field("city", "Oxbridge")
        ).Document.Fields;

        Assert.Equal("Oxbridge", Assert.Single(fields[1].Boxes).Content);
    }

    [Fact]
    public void Ground_YesPrintedAsAWord_IsTheBooleansPlace()
    {
        const string Schema = """{"type":"object","properties":{"insured":{"type":"boolean"}}}""";
        var page = new PrintedPage().Print(10, 2, "Insured: Yes").Print(12, 2, "Rented: Yes");

        var field = page.Ground(Schema, new PredictedField(FieldPath.Parse("insured"), ScalarValue.FromBoolean(true))).Document.Fields[0];

        Assert.Equal("Yes", Assert.Single(field.Boxes).Content);
        Assert.Equal(1, field.Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(10, 11, 3)), 6);
    }

    [Fact]
    public void Ground_ChoiceThatThePageOnlyImplies_IsInferredWithoutABox()
    {
        const string Schema = """{"type":"object","properties":{"currency":{"type":"string","enum":["EUR","USD"]}}}""";

        var field = new PrintedPage().Print(10, 2, "Total 9.00").Ground(Schema, PrintedPage.Field("currency", "USD")).Document.Fields[0];

        Assert.Equal(GroundingStatus.Inferred, field.Status);
        Assert.Empty(field.Boxes);
        Assert.NotEqual(ConfidenceBand.High, field.Confidence);
    }

    [Fact]
    public void Ground_CurrencyBySign_StandsOnTheSign()
    {
        var page = new PrintedPage().Print(10, 2, "Total $9.00");

        var field = page.Ground(PrintedPage.Schema("currency"), PrintedPage.Field("currency", "USD")).Document.Fields[0];

        Assert.Equal("$", Assert.Single(field.Boxes).Content);
    }

    [Fact]
    public void Ground_PartsOfOneLine_TakeTheirPartsOfIt()
    {
        var page = new PrintedPage().Print(10, 2, "Fairhaven, MA 02719");

        var fields = page.Ground(
            PrintedPage.Schema("city", "state", "zip"),
            PrintedPage.Field("city", "Fairhaven"),
            PrintedPage.Field("state", "MA"),
            PrintedPage.Field("zip", "02719")
        ).Document.Fields;

        Assert.Equal(1, fields[1].Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(10, 13, 2)), 6);
        Assert.All(fields, field => Assert.Empty(field.SharedWith));
    }

    [Fact]
    public void Ground_NameInTwoPlaces_TakesBoth()
    {
        var page = new PrintedPage()
            .Print(10, 2, "First name")
            .Print(10, 20, "Marguerite")
            .Print(12, 2, "Last name")
            .Print(12, 20, "Delacroix");

        var field = page.Ground(PrintedPage.Schema("full_name"), PrintedPage.Field("full_name", "Marguerite Delacroix")).Document.Fields[0];

        Assert.Equal(["Marguerite", "Delacroix"], field.Boxes.Select(b => b.Content));
    }

    [Fact]
    public void Ground_RightRoughBox_DecidesBetweenEqualPlaces()
    {
        var page = new PrintedPage().Print(10, 40, "95.00").Print(20, 40, "95.00").Print(30, 40, "95.00");
        var pointed = PrintedPage.Field("field", "95.00") with { PageNumber = 1, RoughBox = PrintedPage.BoxAt(20, 38, 10) };

        var field = page.Ground(PrintedPage.Schema("field"), pointed).Document.Fields[0];

        Assert.Equal(1, field.Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(20, 40, 5)), 6);
        Assert.Equal(2, field.Alternatives.Count);
    }

    // The quantity repeats in every row, the article's number only once: it tells where the row is.
    [Fact]
    public void Ground_RowsOutOfSizeWithThePage_AreAnchoredOnTheirRarestCell()
    {
        const string Schema = """
            {"type":"object","properties":{"items":{"type":"array","items":{"type":"object","properties":{
            "article":{"type":"string"},"quantity":{"type":"number"}}}}}}
            """;
        var page = new PrintedPage();
        for (var row = 0; row < 6; row++)
        {
            page.Print(10 + row, 5, $"A-10{row}").Print(10 + row, 40, "1");
        }

        var fields = page.Ground(
            Schema,
            PrintedPage.Field("items[0].article", "A-102"),
            new PredictedField(FieldPath.Parse("items[0].quantity"), ScalarValue.FromNumber(1)),
            PrintedPage.Field("items[1].article", "A-104"),
            new PredictedField(FieldPath.Parse("items[1].quantity"), ScalarValue.FromNumber(1))
        ).Document.Fields;

        Assert.Equal(1, fields[1].Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(12, 40, 1)), 6);
        Assert.Equal(1, fields[3].Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(14, 40, 1)), 6);
    }

    [Fact]
    public void Ground_StatedTokenProbability_LimitsTheScore()
    {
        var page = new PrintedPage().Print(10, 2, "Name:").Print(10, 12, "Jane Doe");
        var sure = PrintedPage.Field("name", "Jane Doe");

        var silent = page.Ground(PrintedPage.Schema("name"), sure).Document.Fields[0];
        var doubtful = page.Ground(PrintedPage.Schema("name"), sure with { Probability = 0.4 }).Document.Fields[0];

        Assert.Equal(0.4 * silent.Score, doubtful.Score, 9);
        Assert.Equal(ConfidenceBand.Low, doubtful.Confidence);
    }

    // The last word was misread, and the field below says it alone.
    [Fact]
    public void Ground_LineThatGoesOn_IsNotLeftInItsMiddleForTheNextOne()
    {
        var page = new PrintedPage().Print(10, 20, "$.75 OFF ONE RACK", source: WordSource.Recognition).Print(12, 20, "PACK");

        var fields = page.Ground(
            PrintedPage.Schema("coupon", "size"),
            PrintedPage.Field("coupon", "$.75 OFF ONE PACK"),
            PrintedPage.Field("size", "PACK")
        ).Document.Fields;

        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(10, 20, 17), fields[0]);
        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(12, 20, 4), fields[1]);
    }

    // The frame of a check box between two words of a value was read as a letter.
    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.9, false)]
    public void Ground_UnsureLetterBetweenTheWords_IsNoPartOfTheValue(double confidence, bool isDirt)
    {
        var page = new PrintedPage()
            .Print(20, 5, "UNCHANGED", source: WordSource.Recognition)
            .Print(20, 16, "C", confidence, WordSource.Recognition)
            .Print(20, 19, "DECAYED", source: WordSource.Recognition);

        var field = page.Ground(PrintedPage.Schema("state"), PrintedPage.Field("state", "UNCHANGED DECAYED")).Document.Fields[0];

        Assert.Equal(isDirt, field.Boxes.Count == 2 && field.Tier == MatchTier.Exact);
    }

    // An empty line parts the paragraphs; what stands beside them is no part of the text.
    [Fact]
    public void Ground_LongMisreadTextOfTwoParagraphs_IsFoundWhole()
    {
        string[] words = [.. Enumerable.Range(0, 36).Select(i => $"{"bcdfgh"[i / 6]}a{"lmnrst"[i % 6]}en")];
        double[] tops = [0.2, 0.214, 0.243];
        var page = new PrintedPage();
        for (var i = 0; i < words.Length; i++)
        {
            page.Write(i == 17 ? "xyzzy" : words[i], 0.1 + (0.045 * (i % 12)), tops[i / 12], 0.04, 0.01);
        }

        foreach (var top in tops)
        {
            page.Write("12.50", 0.8, top, 0.04, 0.01);
        }

        var field = page.Ground(PrintedPage.Schema("remarks"), PrintedPage.Field("remarks", string.Join(' ', words))).Document.Fields[0];

        Assert.Equal(tops.Length, field.Boxes.Count);
        Assert.All(field.Boxes, box => Assert.Equal(12, box.Content.Split(' ').Length));
    }

    // From cell to cell the value could be followed through the rows, but no text goes on in the middle of the next row.
    [Fact]
    public void Ground_CellsOfARowInAnotherOrder_AreNotPickedFromSeveralRows()
    {
        var page = new PrintedPage();
        string[] rows = ["Acid", "Base", "Salt"];
        for (var row = 0; row < rows.Length; row++)
        {
            var line = 10 + (2 * row);
            page.Print(line, 2, rows[row])
                .Print(line, 20, "stable")
                .Print(line, 35, "decays")
                .Print(line, 50, "stable")
                .Print(line, 65, "decays");
        }

        var field = page.Ground(PrintedPage.Schema("base"), PrintedPage.Field("base", "stable stable decays decays")).Document.Fields[0];

        var box = Assert.Single(field.Boxes);
        Assert.Equal("stable decays stable decays", box.Content);
        Assert.Equal(PrintedPage.BoxAt(12, 20, 1).Top, box.Region.Box.Top, 6);
    }
}
