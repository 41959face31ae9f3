using System.Globalization;
using GroundedDocs.Documents.Text;
using Xunit;

namespace GroundedDocs.Tests.Documents.Text;

public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("1,234.56", "1234.56", null)]
    [InlineData("1.234,56", null, "1234.56")]
    [InlineData("1 234,56", null, "1234.56")]
    [InlineData("1'234.50", "1234.50", null)]
    [InlineData("1,00,000.00", "100000", null)]
    [InlineData("12.50", "12.5", null)]
    [InlineData("12,5", null, "12.5")]
    [InlineData("1.234", "1.234", "1234")]
    [InlineData("3.0000", "3", null)]
    [InlineData("0.125", "0.125", null)]
    [InlineData("42", "42", "42")]
    [InlineData(".75", "0.75", null)]
    public void Read_Notation_IsReadUnderEachDecimalSign(string text, string? point, string? comma)
    {
        var number = NumberReader.Read(text)!.Value;

        Assert.Equal(Decimal(point), number.WithPoint);
        Assert.Equal(Decimal(comma), number.WithComma);
    }

    [Theory]
    [InlineData("(1,234.00)")]
    [InlineData("-1234.00")]
    [InlineData("1,234.00-")]
    [InlineData("-$1,234.00")]
    [InlineData("$-1,234.00")]
    [InlineData("($1,234.00)")]
    [InlineData("\u22121,234.00 USD")]
    public void Read_MinusOrParentheses_IsNegative(string text) => Assert.Equal(-1234m, NumberReader.Read(text)?.In(DecimalSign.Point));

    [Theory]
    [InlineData("$9.00", "USD")]
    [InlineData("RM 9.00", "MYR")]
    [InlineData("9.00 €", "EUR")]
    [InlineData("EUR 9.00", "EUR")]
    [InlineData("9.00EUR", "EUR")]
    [InlineData("9.00", null)]
    public void Read_CurrencyBeforeOrAfter_IsItsCode(string text, string? currency)
    {
        var number = NumberReader.Read(text)!.Value;

        Assert.Equal(currency, number.Currency);
        Assert.Equal("9.00", text.Substring(number.DigitsStart, number.DigitsLength));
    }

    [Theory]
    [InlineData("19 %")]
    [InlineData("19%")]
    public void Read_PercentSign_IsPercent(string text) => Assert.True(NumberReader.Read(text)?.IsPercent);

    [Theory]
    [InlineData("")]
    [InlineData("12/03/2018")]
    [InlineData("12:30")]
    [InlineData("A1234")]
    [InlineData("555-1234")]
    [InlineData("1.2.3")]
    [InlineData("12 boxes")]
    [InlineData("9999999999999999999999999999999999999999")]
    public void Read_NoNumber_IsNull(string text) => Assert.Null(NumberReader.Read(text));

    [Fact]
    public void Find_SeveralOnALine_GivesEach()
    {
        const string text = "2 x 3,50 EUR = 7,00 EUR (19 %)";

        Assert.Equal([2m, 3.5m, 7m, 19m], NumberReader.Find(text).Select(n => n.In(DecimalSign.Comma)));
    }

    private static decimal? Decimal(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
