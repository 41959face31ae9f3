using GroundedDocs.Documents.Metering;
using GroundedDocs.Documents.Predictions;
using Xunit;

namespace GroundedDocs.Tests.Documents.Metering;

public sealed class PriceTableTests
{
    private static readonly PriceTable Prices = new()
    {
        MillionInputTokens = 2,
        MillionOutputTokens = 8,
        ModelHour = 3.6m,
        ThousandServicePages = 10,
        TenThousandStorageOperations = 0.05m,
    };

    [Fact]
    public void CostOf_EveryKindOfUse_IsItsPrice()
    {
        var usage = new WorkUsage(new ModelUsage(2, 10_000, 1_000, TimeSpan.FromSeconds(20)), 4, 3, 1, 400);

        // 0.02 input + 0.008 output + 0.02 for 20 s + 0.01 for a page + 0.002 storage
        Assert.Equal(0.06m, Prices.CostOf(usage).Amount, 9);
        Assert.Equal(0.015m, Prices.CostPer(usage, 4)!.Value, 9);
        Assert.Null(Prices.CostPer(usage, 0));
    }

    [Fact]
    public void Usage_OfParts_AddsUp()
    {
        var part = new WorkUsage(new ModelUsage(1, 10, 5, TimeSpan.FromSeconds(1)), 1, 1, 0, 7);

        Assert.Equal(new WorkUsage(new ModelUsage(2, 20, 10, TimeSpan.FromSeconds(2)), 2, 2, 0, 14), part + part);
    }

    [Fact]
    public void Problems_NameNegativePrices() =>
        Assert.Equal(["Prices__ModelHour must not be negative."], new PriceTable { ModelHour = -1 }.Problems());
}
