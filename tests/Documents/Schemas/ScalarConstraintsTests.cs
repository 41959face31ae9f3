using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using Xunit;

namespace GroundedDocs.Tests.Documents.Schemas;

public sealed class ScalarConstraintsTests
{
    [Theory]
    [InlineData("""{"type":"string","pattern":"^[A-Z]-\\d+$"}""", "A-17", null)]
    [InlineData("""{"type":"string","pattern":"^[A-Z]-\\d+$"}""", "17", "not of the schema's pattern")]
    [InlineData("""{"type":"string","pattern":"(unclosed"}""", "17", null)]
    [InlineData("""{"type":"string","pattern":"^(a+)+$"}""", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", null)]
    [InlineData("""{"type":"string","minLength":3,"maxLength":4}""", "ab", "shorter than 3 characters")]
    [InlineData("""{"type":"string","minLength":3,"maxLength":4}""", "abcde", "longer than 4 characters")]
    [InlineData("""{"type":["string","null"],"maxLength":4}""", "abcd", null)]
    [InlineData("""{"anyOf":[{"type":"string","maxLength":1},{"type":"integer"}]}""", "abcd", null)]
    public void Violation_OfText_IsWhatTheSchemaDemands(string field, string value, string? expected) =>
        Assert.Equal(expected, Constraints(field).Violation(ScalarValue.FromText(value)));

    [Theory]
    [InlineData(-1, "less than 0")]
    [InlineData(5, null)]
    [InlineData(11, "greater than 10")]
    public void Violation_OfNumber_IsWhatTheSchemaDemands(int value, string? expected) =>
        Assert.Equal(expected, Constraints("""{"type":"integer","minimum":0,"maximum":10}""").Violation(ScalarValue.FromNumber(value)));

    private static ScalarConstraints Constraints(string field)
    {
        var root = SchemaParser.Parse($"{{\"type\":\"object\",\"properties\":{{\"a\":{field}}}}}").Value.Root;
        return ((ScalarSchema)root.Properties[0]).Constraints;
    }
}
