using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Pipeline.Extraction;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction;

public sealed class EmbeddedExtractorTests
{
    [Fact]
    public async Task ExtractAsync_LabelsBesideAndAboveValues_FindsBoth()
    {
        var page = new TypesetPage()
            .Print(2, 0, "Order number:")
            .Print(2, 20, "PO-7741")
            .Print(5, 0, "Delivery date")
            .Print(6, 0, "25/12/2025")
            .Print(8, 0, "Contact phone: (555) 010-4477");

        var fields = await Extract(
            """{"properties":{"order_number":{"type":"string"},"delivery_date":{"type":"string","format":"date"},"phone":{"type":"string"},"iban":{"type":"string"}}}""",
            page
        );

        Assert.Equal(["order_number=PO-7741", "delivery_date=2025-12-25", "phone=(555) 010-4477"], fields);
    }

    [Fact]
    public async Task ExtractAsync_EveryField_SaysWhatIsPrintedAndWhere()
    {
        var page = new TypesetPage(3).Print(2, 0, "Invoice date: March 5, 2025");

        var field = Assert.Single(await Predict("""{"properties":{"invoice_date":{"type":"string","format":"date"}}}""", page));

        Assert.Equal("March 5, 2025", field.PrintedText);
        Assert.Equal(3, field.PageNumber);
        Assert.Equal(page.ToLayout().Words[2].Box.Left, field.RoughBox!.Value.Left, 6);
        Assert.InRange(field.Probability!.Value, 0.5, 1);
    }

    [Fact]
    public async Task ExtractAsync_LabelsQuotedByTheSchema_TakeRepeatsInReadingOrder()
    {
        var page = new TypesetPage().Print(2, 0, "Date: 1 May 2024").Print(6, 0, "Signed by: R. Vale").Print(9, 0, "Date: 7 May 2024");

        var fields = await Extract(
            """{"properties":{"date":{"type":"string","description":"Date:"},"signed_by":{"type":"string","description":"Signed by:"},"date_2":{"type":"string","description":"Date:"}}}""",
            page
        );

        Assert.Equal(["date=1 May 2024", "signed_by=R. Vale", "date_2=7 May 2024"], fields);
    }

    [Fact]
    public async Task ExtractAsync_TableOverTwoPages_GivesRowsInOrderWithoutSums()
    {
        var first = new TypesetPage(1)
            .Print(2, 0, "Description")
            .Print(2, 40, "Qty")
            .Print(2, 55, "Unit price")
            .Print(2, 75, "Amount")
            .Print(4, 0, "Steel hinge")
            .Print(4, 40, "2")
            .Print(4, 58, "4.50")
            .Print(4, 76, "9.00")
            .Print(6, 0, "Brass screw,")
            .Print(6, 40, "100")
            .Print(6, 58, "0.10")
            .Print(6, 76, "10.00")
            .Print(6.9, 0, "countersunk");
        var second = new TypesetPage(2)
            .Print(2, 0, "Description")
            .Print(2, 40, "Qty")
            .Print(2, 55, "Unit price")
            .Print(2, 75, "Amount")
            .Print(4, 0, "Oak board")
            .Print(4, 40, "1")
            .Print(4, 58, "21.00")
            .Print(4, 76, "21.00")
            .Print(7, 55, "Subtotal")
            .Print(7, 76, "40.00");

        var fields = await Extract(
            """
            {"properties":{"items":{"type":"array","items":{"type":"object","properties":{"description":{"type":"string"},"quantity":{"type":"number"},
             "unit_price":{"type":"number"},"amount":{"type":"number"}}}},"subtotal":{"type":"number"}}}
            """,
            first,
            second
        );

        Assert.Equal("subtotal=40.00", fields[0]);
        Assert.Equal(
            ["items[0].amount=9.00", "items[1].amount=10.00", "items[2].amount=21.00"],
            fields.Where(f => f.Contains("amount", StringComparison.Ordinal))
        );
        Assert.Contains("items[1].description=Brass screw, countersunk", fields);
        Assert.DoesNotContain(fields, f => f.StartsWith("items[3]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ExtractAsync_Parties_AreToldApartByTheirHeadings()
    {
        var page = new TypesetPage()
            .Print(1, 0, "Larkfield Tools Ltd")
            .Print(2, 0, "4 Kiln Lane")
            .Print(3, 0, "Dunmore, OH 44102")
            .Print(8, 0, "Bill to")
            .Print(9, 0, "Quayside Boats Inc.")
            .Print(10, 0, "77 Harbour Road")
            .Print(11, 0, "Port Ellis, ME 04021");

        var fields = await Extract(
            """{"properties":{"seller_name":{"type":"string"},"seller_city":{"type":"string"},"buyer_name":{"type":"string"},"buyer_address":{"type":"string"},"buyer_postal_code":{"type":"string"}}}""",
            page
        );

        Assert.Equal(
            [
                "seller_name=Larkfield Tools Ltd",
                "seller_city=Dunmore",
                "buyer_name=Quayside Boats Inc.",
                "buyer_address=77 Harbour Road Port Ellis, ME 04021",
                "buyer_postal_code=04021",
            ],
            fields
        );
    }

    [Fact]
    public async Task ExtractAsync_CheckBoxes_AnswerInTheSchemasWords()
    {
        var page = new TypesetPage()
            .Tick(2, 0, isSelected: true)
            .Print(2, 3, "Express delivery")
            .Tick(4, 0, isSelected: false)
            .Print(4, 3, "Gift wrapping");

        var fields = await Extract(
            """{"properties":{"express_delivery":{"type":"boolean"},"gift_wrapping":{"enum":["selected","unselected",null]}}}""",
            page
        );

        Assert.Equal(["express_delivery=true", "gift_wrapping=unselected"], fields);
    }

    [Fact]
    public async Task ExtractAsync_FilledInForm_TakesTheFieldNotTheHint()
    {
        var page = new TypesetPage().Print(2, 0, "Name (as shown on your return)").Print(3.2, 0, "Ida Moss", WordSource.FormField);

        Assert.Equal(["name=Ida Moss"], await Extract("""{"properties":{"name":{"type":"string"}}}""", page));
    }

    [Fact]
    public async Task ExtractAsync_Agreement_IsReadBySentences()
    {
        var page = new TypesetPage()
            .Print(2, 0, "This Agreement is made as of May 4, 2015 by and between Alder Mills, Inc., a Delaware")
            .Print(3, 0, "corporation (“Alder”), and Jonas Pike, an individual (“Recipient”).")
            .Print(5, 0, "The obligations of this Agreement shall continue for a period of two (2) years.")
            .Print(7, 0, "This Agreement shall be governed by the laws of the State of Vermont.");

        var fields = await Extract(
            """{"properties":{"effective_date":{"type":"string","format":"date"},"jurisdiction":{"type":"string"},"term":{"type":"string"},"party":{"type":"array","items":{"type":"string"}}}}""",
            page
        );

        Assert.Equal(
            ["effective_date=2015-05-04", "jurisdiction=Vermont", "term=2 years", "party[0]=Alder Mills, Inc.", "party[1]=Jonas Pike"],
            fields
        );
    }

    [Fact]
    public async Task ExtractAsync_FormOfNamesAndValues_ListsEveryPair()
    {
        var page = new TypesetPage()
            .Print(2, 0, "Colour:")
            .Print(2, 20, "red")
            .Print(4, 0, "Size: 40 cm")
            .Tick(6, 0, isSelected: true)
            .Print(6, 2, "Fragile");

        var fields = await Extract(
            """{"properties":{"fields":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"value":{"type":"string"}}}}}}""",
            page
        );

        Assert.Equal(
            [
                "fields[0].name=Colour",
                "fields[0].value=red",
                "fields[1].name=Size",
                "fields[1].value=40 cm",
                "fields[2].name=Fragile",
                "fields[2].value=selected",
            ],
            fields
        );
    }

    [Fact]
    public async Task ExtractAsync_NothingToFind_ClaimsNothing()
    {
        const string schema =
            """{"properties":{"total":{"type":"number"},"items":{"items":{"properties":{"amount":{"type":"number"}}}},"tags":{"items":{"type":"string"}}}}""";

        Assert.Empty(await Extract(schema));
        Assert.Empty(await Extract(schema, new TypesetPage()));
        Assert.Empty(await Extract(schema, new TypesetPage().Print(3, 0, "A quiet page about gulls and weather")));
    }

    [Fact]
    public async Task ExtractAsync_HostileText_EndsWithoutAnException()
    {
        var page = new TypesetPage().Print(1, 0, new string('7', 50_000)).Print(2, 0, new string('(', 10_000) + "\u202e\u0000");
        for (var row = 3; row < 50; row++)
        {
            page.Print(row, 0, string.Join(' ', Enumerable.Repeat("Total: Total 1,2.3 between A, B and", 6)));
        }

        var fields = await Predict(
            """{"properties":{"total":{"type":"number"},"phone":{"type":"string"},"term":{"type":"string"},"party":{"items":{"type":"string"}},"items":{"items":{"properties":{"description":{},"amount":{"type":"number"}}}}}}""",
            page
        );

        Assert.All(fields, field => Assert.False(field.Value.IsNull));
    }

    private static async Task<List<string>> Extract(string schema, params TypesetPage[] pages) =>
        [.. (await Predict(schema, pages)).Select(f => $"{f.Path}={f.Value}")];

    private static async Task<IReadOnlyList<GroundedDocs.Documents.Predictions.PredictedField>> Predict(
        string schema,
        params TypesetPage[] pages
    )
    {
        IReadOnlyList<PageLayout> layouts = [.. pages.Select(p => p.ToLayout())];
        var result = await new EmbeddedExtractor().ExtractAsync(
            new ExtractionWindow(layouts, []),
            SchemaParser.Parse(schema).Value,
            TestContext.Current.CancellationToken
        );
        return result.Value.Fields;
    }
}
