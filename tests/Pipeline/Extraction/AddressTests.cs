using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction;

public sealed class AddressTests
{
    private const string Shop = """
        {"properties":{"company":{"type":"string","description":"Name of the shop"},"address":{"type":"string","description":"Full address of the shop"}}}
        """;

    [Fact]
    public async Task ExtractAsync_AddressWhoseLastLineHasACommaOfItsOwn_IsWhole()
    {
        var page = new TypesetPage()
            .Print(2, 20, "LARKSPUR BOOKS SDN BHD")
            .Print(3, 20, "14, JALAN TUPAI,")
            .Print(4, 20, "TAMAN SENTOSA, 43210 KOTA LAMA")
            .Print(8, 0, "Receipt no: 7781");

        var values = await ExtractionOf.Values(Shop, page);

        Assert.Equal("14, JALAN TUPAI, TAMAN SENTOSA, 43210 KOTA LAMA", values["address"]);
        Assert.Equal("LARKSPUR BOOKS SDN BHD", values["company"]);
    }

    [Fact]
    public async Task ExtractAsync_FourDigitsBeforeAnyWord_AreNoAddress()
    {
        var page = new TypesetPage().Print(2, 20, "LARKSPUR BOOKS SDN BHD").Print(9, 0, "1 4723 WHITE CANDLES").Print(10, 0, "Total: 9.40");

        var values = await ExtractionOf.Values(Shop, page);

        Assert.DoesNotContain("address", values.Keys);
    }

    [Fact]
    public async Task ExtractAsync_BuyerAtTheAddressOfDelivery_IsNamedFromIt()
    {
        var page = new TypesetPage()
            .Print(1, 10, "Finch Tools GmbH - Amselweg 4 - 80331 München")
            .Print(6, 0, "Delivery address")
            .Print(7, 0, "Larkspur Trust")
            .Print(8, 0, "35 rue du Moulin")
            .Print(9, 0, "69001 Lyon");

        var values = await ExtractionOf.Values(
            """{"properties":{"buyer_name":{"type":"string"},"buyer_city":{"type":"string"},"buyer_postcode":{"type":"string"}}}""",
            page
        );

        Assert.Equal("Larkspur Trust", values["buyer_name"]);
        Assert.Equal("Lyon", values["buyer_city"]);
        Assert.Equal("69001", values["buyer_postcode"]);
    }
}
