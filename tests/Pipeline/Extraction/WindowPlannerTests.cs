using GroundedDocs.Pipeline.Extraction;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction;

public sealed class WindowPlannerTests
{
    [Theory]
    [InlineData(0, 24, "")]
    [InlineData(1, 1, "0+1")]
    [InlineData(24, 24, "0+24")]
    [InlineData(25, 24, "0+13 13+12")]
    [InlineData(7, 3, "0+3 3+2 5+2")]
    public void Plan_Pages_AreCutEvenlyWithoutGaps(int pageCount, int maxWindowPages, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', WindowPlanner.Plan(pageCount, maxWindowPages).Select(w => $"{w.FirstPageIndex}+{w.PageCount}"))
        );
}
