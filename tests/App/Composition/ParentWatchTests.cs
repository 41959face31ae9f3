using GroundedDocs.App.Composition;
using Xunit;

namespace GroundedDocs.Tests.App.Composition;

public sealed class ParentWatchTests
{
    [Theory]
    [InlineData("4711 (GroundedDocs) S 815 4711 815 0", 815)]
    [InlineData("4711 (a ) b (c) R 1 4711", 1)]
    [InlineData("", null)]
    [InlineData("4711 (x)", null)]
    public void Parent_OfAStatusLine_IsTheFieldAfterTheState(string status, int? parent) =>
        Assert.Equal(parent, ParentWatch.ParentOf(status));
}
