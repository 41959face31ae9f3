using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction;

public sealed class TotalsTests
{
    private const string Schema = """
        {"properties":{"subtotal":{"type":"number"},"tax_amount":{"type":"number"},"total":{"type":"number"}}}
        """;

    [Fact]
    public async Task ExtractAsync_SummaryRowsBesideTheTotals_TakesTheAmountsThatAddUp()
    {
        var page = new TypesetPage()
            .Print(20, 0, "Sub total")
            .Print(20, 60, "84.00")
            .Print(21, 0, "Sales tax")
            .Print(21, 60, "5.04")
            .Print(22, 0, "Total incl. tax")
            .Print(22, 60, "89.04")
            .Print(26, 0, "Total")
            .Print(26, 40, "84.00")
            .Print(26, 60, "5.04");

        var values = await ExtractionOf.Values(Schema, page);

        Assert.Equal("84.00", values["subtotal"]);
        Assert.Equal("5.04", values["tax_amount"]);
        Assert.Equal("89.04", values["total"]);
    }

    [Fact]
    public async Task ExtractAsync_AmountsThatAddUp_AreSurerThanOnesThatDoNot()
    {
        var agreeing = new TypesetPage().Print(20, 0, "Net amount: 40.00").Print(21, 0, "VAT: 8.00").Print(22, 0, "Total: 48.00");
        var contradicting = new TypesetPage().Print(20, 0, "Net amount: 40.00").Print(21, 0, "VAT: 8.00").Print(22, 0, "Total: 61.00");

        var sure = (await ExtractionOf.Fields(Schema, agreeing)).Single(f => f.Path.ToString() == "total");
        var unsure = (await ExtractionOf.Fields(Schema, contradicting)).Single(f => f.Path.ToString() == "total");

        Assert.Equal(1, sure.Support!.Arithmetic);
        Assert.True(sure.Probability > unsure.Probability);
    }

    [Fact]
    public async Task ExtractAsync_CentsReadAsAWordOfTheirOwn_BelongToTheAmount()
    {
        var page = new TypesetPage().Print(20, 0, "Total").Print(20, 40, "RM64 .15");

        var values = await ExtractionOf.Values(Schema, page);

        Assert.Equal("64.15", values["total"]);
    }

    [Fact]
    public async Task ExtractAsync_AnotherAmountBelowTheLabel_LeavesTheOneBesideIt()
    {
        var page = new TypesetPage()
            .Print(20, 0, "Grand total")
            .Print(20, 60, "6.00")
            .Print(21, 0, "Cash")
            .Print(21, 7, "50.00")
            .Print(22, 0, "Change")
            .Print(22, 60, "44.00");

        var values = await ExtractionOf.Values(Schema, page);

        Assert.Equal("6.00", values["total"]);
    }

    [Fact]
    public async Task ExtractAsync_PriceBesideTheWordInvoice_IsNoInvoiceNumber()
    {
        var page = new TypesetPage().Print(4, 0, "Rechnung").Print(4, 30, "1.163,40");

        var values = await ExtractionOf.Values("""{"properties":{"invoice_number":{"type":"string"}}}""", page);

        Assert.Empty(values);
    }
}
