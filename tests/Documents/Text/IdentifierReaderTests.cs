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
    [InlineData("79927398713", true)]
    [InlineData("79927398710", false)]
    [InlineData("", false)]
    public void IsLuhn_CheckDigit_Decides(string digits, bool isLuhn) => Assert.Equal(isLuhn, IdentifierReader.IsLuhn(digits));

    [Theory]
    [InlineData("+49 (0)89 123456", "089/123456", true)]
    [InlineData("+1 555-348-6512", "(555) 348 6512", true)]
    [InlineData("555.348.6512", "555-348-6513", false)]
    public void AreSame_PhoneNumbers_CountryCodeMayBeMissing(string one, string other, bool same) =>
        Assert.Equal(same, PhoneReader.AreSame(PhoneReader.Digits(one)!, PhoneReader.Digits(other)!));

    [Theory]
    [InlineData("Yes", true)]
    [InlineData("☒", true)]
    [InlineData("nein", false)]
    [InlineData("☐", false)]
    [InlineData("maybe", null)]
    public void Read_BooleanWord_SaysYesOrNo(string text, bool? value) => Assert.Equal(value, BooleanReader.Read(text));
}
