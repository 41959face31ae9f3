using GroundedDocs.Documents.Text;
using Xunit;

namespace GroundedDocs.Tests.Documents.Text;

public sealed class IdentifierReaderTests
{
    // The example of ISO 13616 for Germany and its misreading in one digit.
    [Theory]
    [InlineData("DE89 3704 0044 0532 0130 00", true)]
    [InlineData("de89370400440532013000", true)]
    [InlineData("DE89 3704 0044 0532 0130 01", false)]
    [InlineData("Invoice 12", false)]
    public void Iban_CheckDigits_Decide(string text, bool isIban) => Assert.Equal(isIban, IdentifierReader.Iban(text) is not null);

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("☒", true)]
    [InlineData("nein", false)]
    [InlineData("☐", false)]
    [InlineData("maybe", null)]
    public void Read_BooleanWord_SaysYesOrNo(string text, bool? value) => Assert.Equal(value, BooleanReader.Read(text));
}
