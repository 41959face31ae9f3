using GroundedDocs.Pipeline.Pages;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Pages;

public sealed class PageLimitsTests
{
    [Fact]
    public void DpiFor_OrdinaryPage_IsTheDefault() => Assert.Equal(200, PageLimits.Default.DpiFor(595, 842));

    [Fact]
    public void DpiFor_Card_IsHigherButBounded() => Assert.Equal(400, PageLimits.Default.DpiFor(243, 153));

    [Fact]
    public void DpiFor_Poster_StaysWithinThePixels()
    {
        var dpi = PageLimits.Default.DpiFor(7200, 7200);
        Assert.Equal(PageLimits.Default.MaximumImagePixels, 100 * dpi * 100 * dpi, 1.0);
    }
}
