using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Values;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

/// <summary>Which of several places is a field's, by what is printed beside it.</summary>
public sealed class LabelTests
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

    // Each stands over the inner edges of its two columns.
    [Fact]
    public void Ground_ValueUnderAHeadingOfTwoColumns_StandsUnderItsOwn()
    {
        var page = new PrintedPage()
            .Write("Men", 0.2315, 0.15, 0.03, 0.01)
            .Write("Women", 0.4315, 0.15, 0.05, 0.01)
            .Print(12, 20, "old")
            .Print(12, 26, "new")
            .Print(12, 40, "old")
            .Print(12, 48, "new");

        var fields = page.Ground(
            PrintedPage.Schema("women", "men"),
            PrintedPage.Field("women", "old"),
            PrintedPage.Field("men", "old")
        ).Document.Fields;

        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(12, 40, 3), fields[0]);
        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(12, 20, 3), fields[1]);
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

        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(10, 5, 1), fields[0]);
        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(12, 11, 1), fields[1]);
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

        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(25, 40, 8), fields[0]);
        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(20, 40, 8), fields[1]);
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

    [Theory]
    [InlineData("Wcst Virginia", true)]
    [InlineData("Eest Virginia", false)]
    public void Ground_ShortWordOfALabel_MayBeMisreadAsOneThatLooksAlike(string label, bool isFound)
    {
        var page = new PrintedPage()
            .Print(20, 2, "Main Virginia", source: WordSource.Recognition)
            .Print(20, 20, "12")
            .Print(22, 2, label, source: WordSource.Recognition)
            .Print(22, 20, "12");

        var field = page.Ground(PrintedPage.Schema("west_virginia"), PrintedPage.Field("west_virginia", "12")).Document.Fields[0];

        PrintedPage.AssertStandsAt(PrintedPage.BoxAt(isFound ? 22 : 20, 20, 2), field);
    }

    [Theory]
    [InlineData("to", "To")]
    [InlineData("full", "FULL")]
    public void Ground_FieldCalledByAFiller_HasItsNameAsLabel(string name, string label)
    {
        var page = new PrintedPage().Print(10, 2, "Part").Print(10, 12, "X").Print(14, 2, label).Print(14, 12, "X");

        PrintedPage.AssertStandsAt(
            PrintedPage.BoxAt(14, 12, 1),
            page.Ground(PrintedPage.Schema(name), PrintedPage.Field(name, "X")).Document.Fields[0]
        );
    }

    // "Floor (40)" is the name of another field; the 40 stands in the line above.
    [Fact]
    public void Ground_ValueThatIsAlsoPartOfAnotherLabel_StandsWhereItIsAValue()
    {
        var page = new PrintedPage()
            .Print(10, 2, "Displays (8)")
            .Print(10, 30, "40-")
            .Print(11, 2, "Floor")
            .Print(11, 8, "(40)")
            .Print(11, 30, "20");

        var field = page.Ground(
            PrintedPage.Schema("displays_8", "floor_40"),
            PrintedPage.Field("displays_8", "40"),
            PrintedPage.Field("floor_40", "20")
        ).Document.Fields[0];

        Assert.Equal("40-", Assert.Single(field.Boxes).Content);
    }

    [Fact]
    public void Ground_WordThatOnlyEndsLikeTheLabel_IsNotTheLabel()
    {
        var page = new PrintedPage().Print(10, 2, "Female").Print(10, 9, "X").Print(14, 2, "Male").Print(14, 50, "X");

        var field = page.Ground(PrintedPage.Schema("male"), PrintedPage.Field("male", "X")).Document.Fields[0];

        Assert.Equal(1, field.Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(14, 50, 1)), 6);
    }

    // The same time is printed elsewhere, without a label of its own, and read right there. A text layer would not be misread.
    [Theory]
    [InlineData(WordSource.Recognition, 14)]
    [InlineData(WordSource.TextLayer, 10)]
    public void Ground_ValueMisreadBesideItsLabel_StandsThereAllTheSame(WordSource source, int line)
    {
        var page = new PrintedPage()
            .Print(10, 30, "9:30 a.m.", source: source)
            .Print(14, 2, "Time", source: source)
            .Print(14, 10, "9:30 a.mx", source: source);

        var field = page.Ground(PrintedPage.Schema("time"), PrintedPage.Field("time", "9:30 a.m.")).Document.Fields[0];

        Assert.Equal(PrintedPage.BoxAt(line, 10, 1).Top, field.Boxes[0].Region.Box.Top, 6);
    }
}
