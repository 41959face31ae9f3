using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Values;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding;

public sealed class GrounderTests
{
    [Theory]
    [InlineData("Jane Doe", 10, 12, 8)]
    [InlineData("2018-06-05", 20, 12, 12)]
    [InlineData("1234.56", 30, 12, 8)]
    [InlineData("9.00", 40, 6, 4)]
    [InlineData("12 Main St Springfield", 50, 12, 10)]
    public void Ground_PrintedValue_GivesTheBoxOfItsOwnWords(string value, int line, int column, int length)
    {
        var page = new PrintedPage()
            .Print(10, 2, "Name:")
            .Print(10, 12, "Jane Doe")
            .Print(20, 2, "Date:")
            .Print(20, 12, "June 5, 2018")
            .Print(30, 2, "Amount:")
            .Print(30, 12, "1.234,56")
            .Print(40, 0, "Total:9.00")
            .Print(50, 2, "Address:")
            .Print(50, 12, "12 Main St")
            .Print(51, 12, "Springfield");

        var field = page.Ground(PrintedPage.Schema("field"), PrintedPage.Field("field", value)).Document.Fields[0];

        Assert.Equal(1, field.Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(line, column, length)), 6);
    }

    [Fact]
    public void Ground_ColonBeforeTheValue_IsLeftOutOfItsBox()
    {
        var page = new PrintedPage().Print(40, 0, "Phone").Print(40, 10, ":5550123");

        var field = page.Ground(PrintedPage.Schema("phone"), PrintedPage.Field("phone", "5550123")).Document.Fields[0];

        Assert.Equal("5550123", Assert.Single(field.Boxes).Content);
    }

    [Fact]
    public void Ground_ValueOnTwoLines_GivesOneBoxALine()
    {
        var page = new PrintedPage().Print(50, 12, "12 Main St").Print(51, 12, "Springfield");

        var field = page.Ground(PrintedPage.Schema("address"), PrintedPage.Field("address", "12 Main St, Springfield")).Document.Fields[0];

        Assert.Equal(["12 Main St", "Springfield"], field.Boxes.Select(b => b.Content));
    }

    [Fact]
    public void Ground_ValueNotOnThePage_GivesNoBox()
    {
        var field = new PrintedPage()
            .Print(10, 2, "Total 1,284")
            .Ground(PrintedPage.Schema("total"), PrintedPage.Field("total", "1,234"))
            .Document.Fields[0];

        Assert.Equal(GroundingStatus.Unlocated, field.Status);
        Assert.Empty(field.Boxes);
        Assert.Equal(ConfidenceBand.Low, field.Confidence);
    }

    [Fact]
    public void Ground_RepeatedValue_GoesToTheLabel()
    {
        var page = new PrintedPage()
            .Print(10, 2, "Subtotal")
            .Print(10, 40, "95.00")
            .Print(12, 2, "Gross amount")
            .Print(12, 40, "95.00")
            .Print(14, 2, "Paid")
            .Print(14, 40, "95.00");

        var field = page.Ground(PrintedPage.Schema("gross_amount"), PrintedPage.Field("gross_amount", "$95.00")).Document.Fields[0];

        Assert.Equal(1, field.Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(12, 40, 5)), 6);
        Assert.Equal(2, field.Alternatives.Count);
    }

    [Fact]
    public void Ground_TwoFieldsOfOneValue_TakeTheirOwnWords()
    {
        var page = new PrintedPage().Print(10, 2, "Sold 10").Print(12, 2, "Returned 10");

        var fields = page.Ground(
            PrintedPage.Schema("sold", "returned"),
            PrintedPage.Field("sold", "10"),
            PrintedPage.Field("returned", "10")
        ).Document.Fields;

        Assert.NotEqual(fields[0].Boxes[0].Region, fields[1].Boxes[0].Region);
        Assert.Empty(fields[0].SharedWith);
    }

    [Fact]
    public void Ground_OnePlaceForTwoFields_SaysThatTheyShareIt()
    {
        var page = new PrintedPage().Print(10, 2, "Date 2020-01-31");

        var fields = page.Ground(
            PrintedPage.Schema("invoice_date", "delivery_date"),
            PrintedPage.Field("invoice_date", "2020-01-31"),
            PrintedPage.Field("delivery_date", "2020-01-31")
        ).Document.Fields;

        Assert.Equal(fields[0].Boxes, fields[1].Boxes);
        Assert.Equal([fields[1].Path], fields[0].SharedWith);
        Assert.Equal([fields[0].Path], fields[1].SharedWith);
    }

    [Fact]
    public void Ground_HeaderOnEveryPage_GivesOneBoxAPage()
    {
        var pages = Enumerable
            .Range(1, 3)
            .Select(n => new PrintedPage().Print(2, 5, "Order A-1772").Print(30, 9, $"Page {n} A-1772").Layout(n))
            .ToList();

        var field = PrintedPage.Ground(pages, PrintedPage.Schema("order"), PrintedPage.Field("order", "A-1772")).Document.Fields[0];

        Assert.Equal([1, 2, 3], field.Boxes.Select(b => b.Region.PageNumber));
        Assert.All(field.Boxes, box => Assert.InRange(box.Region.Box.Top, 0, 0.1));
        Assert.NotEmpty(field.Alternatives);
    }

    [Fact]
    public void Ground_CheckBoxes_GoToTheLabelBesideThem()
    {
        var page = new PrintedPage()
            .Check(10, 5, true)
            .Print(10, 7, "Resident")
            .Check(12, 5, false)
            .Print(12, 7, "Exempt")
            .Check(14, 5, true)
            .Print(14, 7, "Retired");
        const string Schema = """{"type":"object","properties":{"retired":{"type":"boolean"}}}""";
        var retired = new PredictedField(FieldPath.Parse("retired"), ScalarValue.FromBoolean(true));

        var field = page.Ground(Schema, retired).Document.Fields[0];

        Assert.Equal(1, field.Boxes[0].Region.Box.IntersectionOverUnion(PrintedPage.BoxAt(14, 5, 1)), 6);
    }

    [Fact]
    public void Ground_AmbiguousDate_IsDecidedByAnotherDateOfTheDocument()
    {
        var page = new PrintedPage().Print(5, 5, "Ordered 25/12/2020").Print(7, 5, "Paid 03/04/2021");
        var schema = PrintedPage.Schema("paid");

        Assert.Single(page.Ground(schema, PrintedPage.Field("paid", "2021-04-03")).Document.Fields[0].Boxes);
        Assert.Empty(page.Ground(schema, PrintedPage.Field("paid", "2021-03-04")).Document.Fields[0].Boxes);
    }
}
