using GroundedDocs.Documents.Values;
using Xunit;

namespace GroundedDocs.Tests.Documents.Values;

public sealed class FieldPathTests
{
    [Theory]
    [InlineData("total")]
    [InlineData("items[2].price")]
    [InlineData("party[0]")]
    [InlineData("a\\.b[3][4].c\\[x\\]")]
    public void Parse_WrittenPath_WritesItBack(string written) => Assert.Equal(written, FieldPath.Parse(written).ToString());

    [Fact]
    public void Column_ElementsOfOneArray_IsTheSame() =>
        Assert.Equal(FieldPath.Parse("items[0].price").Column, FieldPath.Parse("items[41].price").Column);

    [Theory]
    [InlineData("items[")]
    [InlineData("items[x]")]
    [InlineData("items[-1]")]
    public void Parse_BrokenIndex_SaysWhere(string written) =>
        Assert.Contains("character 6", Assert.Throws<FormatException>(() => FieldPath.Parse(written)).Message, StringComparison.Ordinal);
}
