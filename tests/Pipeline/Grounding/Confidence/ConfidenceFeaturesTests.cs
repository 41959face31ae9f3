using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Grounding;
using GroundedDocs.Pipeline.Grounding.Confidence;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Grounding.Confidence;

public sealed class ConfidenceFeaturesTests
{
    private const string Table = """
        {"type":"object","properties":{"items":{"type":"array","items":{"type":"object","properties":{
        "name":{"type":"string"},"quantity":{"type":"number"},"amount":{"type":"number"}}}}}}
        """;

    [Fact]
    public void SumAgrees_NetAndTaxGiveTheTotal_ConfirmsAllThree()
    {
        var page = new PrintedPage().Print(10, 2, "Net 100.00").Print(12, 2, "Tax 19.00").Print(14, 2, "Total 119.00");

        var judged = page.Ground(
            PrintedPage.Schema("net", "tax", "total"),
            PrintedPage.Field("net", "100.00"),
            PrintedPage.Field("tax", "19.00"),
            PrintedPage.Field("total", "119.00")
        ).Judged;

        Assert.All(judged, field => Assert.Equal(1, field.Features![ConfidenceFeature.SumAgrees]));
    }

    // 80 + 119 is no sum of this document, and no tax is four fifths of anything.
    [Fact]
    public void SumAgrees_OneAmountDoesNotFit_ContradictsItAlone()
    {
        var page = new PrintedPage()
            .Print(10, 2, "Net 100.00")
            .Print(12, 2, "Fee 19.00")
            .Print(14, 2, "Total 119.00")
            .Print(16, 2, "Tax 80.00");

        var judged = page.Ground(
            PrintedPage.Schema("net", "fee", "total", "tax"),
            PrintedPage.Field("net", "100.00"),
            PrintedPage.Field("fee", "19.00"),
            PrintedPage.Field("total", "119.00"),
            PrintedPage.Field("tax", "80.00")
        ).Judged;

        Assert.Equal([1, 1, 1, 0], judged.Select(field => field.Features![ConfidenceFeature.SumAgrees]));
    }

    [Fact]
    public void SumAgrees_NumberOfAnInvoice_HasNoPartInSums()
    {
        var page = new PrintedPage().Print(8, 2, "Invoice number 119").Print(10, 2, "Net 100.00").Print(12, 2, "Tax 19.00");

        var judged = page.Ground(
            PrintedPage.Schema("invoice_number", "net", "tax"),
            PrintedPage.Field("invoice_number", "119"),
            PrintedPage.Field("net", "100.00"),
            PrintedPage.Field("tax", "19.00")
        ).Judged;

        Assert.Equal(0.5, judged[0].Features![ConfidenceFeature.SumAgrees]);
    }

    [Fact]
    public void RowAgrees_QuantityTimesPrintedPriceIsTheAmount_ConfirmsTheCells()
    {
        var page = new PrintedPage().Print(10, 2, "Bolt").Print(10, 30, "3").Print(10, 40, "12.50").Print(10, 60, "37.50");

        var judged = Judge(page, quantity: 3, amount: 37.5m);

        Assert.Equal(1, judged[1].Features![ConfidenceFeature.RowAgrees]);
        Assert.Equal(1, judged[2].Features![ConfidenceFeature.RowAgrees]);
    }

    [Fact]
    public void RowAgrees_AmountOfAnotherColumn_IsNotConfirmed()
    {
        var page = new PrintedPage()
            .Print(10, 2, "Bolt")
            .Print(10, 30, "3")
            .Print(10, 40, "12.50")
            .Print(10, 50, "5.00")
            .Print(10, 60, "37.50");

        Assert.NotEqual(1, Judge(page, quantity: 3, amount: 5m)[2].Features![ConfidenceFeature.RowAgrees]);
    }

    [Fact]
    public void Contested_LabelOfAnotherFieldBesideTheValue_SpeaksAgainstIt()
    {
        var page = new PrintedPage().Print(10, 2, "Due date 2020-01-31");

        var judged = page.Ground(
            PrintedPage.Schema("issue_date", "due_date"),
            PrintedPage.Field("issue_date", "2020-01-31"),
            PrintedPage.Field("due_date", "2020-01-31")
        ).Judged;

        Assert.True(judged[0].Features![ConfidenceFeature.Contested] > judged[1].Features![ConfidenceFeature.Contested]);
        Assert.True(judged[0].Features![ConfidenceFeature.LabelShare] < judged[1].Features![ConfidenceFeature.LabelShare]);
    }

    [Fact]
    public void OpenRight_NameCutShort_IsSeen()
    {
        var page = new PrintedPage().Print(10, 2, "Seller").Print(10, 20, "Northern Harbour Supplies");

        Assert.Equal(1, Judge(page, "Northern Harbour")[ConfidenceFeature.OpenRight]);
        Assert.Equal(0, Judge(page, "Northern Harbour Supplies")[ConfidenceFeature.OpenRight]);
        Assert.Equal(1, Judge(page, "Harbour Supplies")[ConfidenceFeature.OpenLeft]);
    }

    [Fact]
    public void OpenBelow_AddressWithoutItsLastLine_IsSeen()
    {
        var page = new PrintedPage().Print(10, 2, "12 Mill Road").Print(11, 2, "Fairhaven");

        Assert.Equal(1, Judge(page, "12 Mill Road")[ConfidenceFeature.OpenBelow]);
        Assert.Equal(0, Judge(page, "12 Mill Road Fairhaven")[ConfidenceFeature.OpenBelow]);
    }

    [Fact]
    public void Features_OfAnyField_LieBetweenZeroAndOne()
    {
        var field = PrintedPage.Field("total", "9.00") with
        {
            Probability = double.NaN,
            Support = new ValueSupport(SupportSource.Label) { Label = 7, Margin = double.NegativeInfinity },
        };

        var features = new PrintedPage().Print(3, 2, "Total 9.00").Ground(PrintedPage.Schema("total"), field).Judged[0].Features!;

        Assert.True(features.HasSupport);
        Assert.All(Enum.GetValues<ConfidenceFeature>(), feature => Assert.InRange(features[feature], 0, 1));
    }

    private static IReadOnlyList<JudgedField> Judge(PrintedPage page, decimal quantity, decimal amount) =>
        page.Ground(
            Table,
            PrintedPage.Field("items[0].name", "Bolt"),
            new PredictedField(FieldPath.Parse("items[0].quantity"), ScalarValue.FromNumber(quantity)),
            new PredictedField(FieldPath.Parse("items[0].amount"), ScalarValue.FromNumber(amount))
        ).Judged;

    private static ConfidenceFeatures Judge(PrintedPage page, string seller) =>
        page.Ground(PrintedPage.Schema("seller"), PrintedPage.Field("seller", seller)).Judged[0].Features!;
}
