using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

public sealed class AssignmentTests
{
    [Fact]
    public void Ground_ValueEqualToItsLabel_StandsBesideTheLabel()
    {
        var page = new PrintedPage().Print(10, 2, "Status:").Print(10, 20, "Status");

        var field = page.Ground(PrintedPage.Schema("status"), PrintedPage.Field("status", "Status")).Document.Fields[0];

        Assert.Equal(1, field.Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(10, 20, 6)), 6);
    }

    [Fact]
    public void Ground_ValueAlsoPrintedInTheLabel_StandsWhereItWasTypedIn()
    {
        var page = new PrintedPage().Print(10, 2, "Enter the class C =Corporation").Print(10, 60, "C", source: WordSource.FormField);

        var field = page.Ground(PrintedPage.Schema("class"), PrintedPage.Field("class", "C")).Document.Fields[0];

        Assert.Equal(1, field.Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(10, 60, 1)), 6);
    }

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

        AssertStandsAt(PrintedPage.BoxAt(12, 30, 1), fields[0]);
        AssertStandsAt(PrintedPage.BoxAt(10, 30, 1), fields[1]);
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

        AssertStandsAt(PrintedPage.BoxAt(30, 60, 9), fields[1]);
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

    // Every value stands more than half a line above its own label, as a typewriter leaves it.
    [Fact]
    public void Ground_ValuesTypedABitTooHigh_StandInTheOrderOfTheirLabels()
    {
        const double Step = 0.014;
        var page = new PrintedPage();
        string[] labels = ["Lorries", "Trailers", "Tractors"];
        for (var row = 0; row < labels.Length; row++)
        {
            page.Write(labels[row], 0.1, 0.2 + (row * Step), 0.1, 0.01).Write("12", 0.4, 0.194 + (row * Step), 0.02, 0.01);
        }

        var fields = page.Ground(
            PrintedPage.Schema("lorries", "trailers", "tractors"),
            [.. labels.Select(label => PrintedPage.Field(label.ToLowerInvariant(), "12"))]
        ).Document.Fields;

        Assert.Equal([0.194, 0.208, 0.222], fields.Select(field => Math.Round(field.Boxes[0].Region.Box.Top, 3)));
    }

    // Each cross stands before its word; the next word after the one is as near to the other.
    [Fact]
    public void Ground_RowOfTypedCrosses_FollowsTheHabitOfThePage()
    {
        var page = new PrintedPage()
            .Print(10, 5, "X")
            .Print(10, 7, "Yes")
            .Print(10, 13, "No")
            .Print(12, 7, "Yes")
            .Print(12, 11, "X")
            .Print(12, 13, "No");

        var fields = page.Ground(
            PrintedPage.Schema("yes", "no"),
            PrintedPage.Field("yes", "X"),
            PrintedPage.Field("no", "X")
        ).Document.Fields;

        AssertStandsAt(PrintedPage.BoxAt(10, 5, 1), fields[0]);
        AssertStandsAt(PrintedPage.BoxAt(12, 11, 1), fields[1]);
    }

    [Theory]
    [InlineData("Culrent", "Hevised")]
    [InlineData("Curent", "Rcvised")]
    [InlineData("Currrent", "Revis3d")]
    public void Ground_LabelsMisreadInOneLetter_AnnounceTheirValues(string current, string revised)
    {
        var page = new PrintedPage()
            .Print(20, 2, $"{revised} Budget", source: WordSource.Recognition)
            .Print(20, 40, "7,569.00")
            .Print(25, 2, $"{current} Budget", source: WordSource.Recognition)
            .Print(25, 40, "7,569.00");

        var fields = page.Ground(
            PrintedPage.Schema("current_budget", "revised_budget"),
            PrintedPage.Field("current_budget", "7,569.00"),
            PrintedPage.Field("revised_budget", "7,569.00")
        ).Document.Fields;

        AssertStandsAt(PrintedPage.BoxAt(25, 40, 8), fields[0]);
        AssertStandsAt(PrintedPage.BoxAt(20, 40, 8), fields[1]);
    }

    // Each box stands between two labels; that every label follows its box tells which is whose.
    [Fact]
    public void Ground_RowOfCheckBoxes_FollowsTheHabitOfThePage()
    {
        var page = new PrintedPage()
            .Check(10, 5, false)
            .Print(10, 7, "Single")
            .Check(10, 18, true)
            .Print(10, 20, "Married")
            .Check(10, 31, true)
            .Print(10, 33, "Employed");
        const string Schema = """{"type":"object","properties":{"married":{"type":"boolean"},"employed":{"type":"boolean"}}}""";

        var fields = page.Ground(
            Schema,
            new PredictedField(FieldPath.Parse("married"), ScalarValue.FromBoolean(true)),
            new PredictedField(FieldPath.Parse("employed"), ScalarValue.FromBoolean(true))
        ).Document.Fields;

        Assert.Equal(1, fields[0].Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(10, 18, 1)), 6);
        Assert.Equal(1, fields[1].Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(10, 31, 1)), 6);
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

    private static void AssertStandsAt(BoundingBox expected, GroundedField field) =>
        Assert.Equal(1, Assert.Single(field.Boxes).Region.Box.IntersectionOverUnion(expected), 6);
}
