using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction;

public sealed class PhoneTests
{
    private const string Schema = """{"properties":{"merchant_phone":{"type":"string","description":"Phone number"}}}""";

    [Theory]
    [InlineData("+1 555-348-6512")]
    [InlineData("(03) 9123 4567")]
    [InlineData("01.23.45.67.89")]
    [InlineData("555 0134.22")]
    public async Task ExtractAsync_NumberBesideItsLabel_IsThePhone(string printed)
    {
        var values = await ExtractionOf.Values(Schema, new TypesetPage().Print(3, 0, $"Phone: {printed}"));

        Assert.Equal(printed, values["merchant_phone"]);
    }

    [Theory]
    [InlineData("2 3 3.70 11.10")]
    [InlineData("10 12.50 125.00")]
    public async Task ExtractAsync_RowOfQuantitiesAndAmounts_IsNoPhone(string printed)
    {
        var values = await ExtractionOf.Values(Schema, new TypesetPage().Print(3, 0, $"Phone: {printed}"));

        Assert.DoesNotContain("merchant_phone", values);
    }
}
