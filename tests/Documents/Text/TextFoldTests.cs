using GroundedDocs.Documents.Text;
using Xunit;

namespace GroundedDocs.Tests.Documents.Text;

public sealed class TextFoldTests
{
    [Theory]
    [InlineData("Straße 12", "strasse12")]
    [InlineData("MÜNCHEN", "munchen")]
    [InlineData("Mu\u0308nchen", "munchen")]
    [InlineData("L'été, çà et là", "letecaetla")]
    [InlineData("Łódź", "lodz")]
    [InlineData("ＡＢＣ１２", "abc12")]
    [InlineData("o\uFB03ce", "office")]
    [InlineData("10 m²", "10m2")]
    [InlineData("\uFB01n", "fin")]
    [InlineData("東京 1", "東京1")]
    [InlineData("١٢٣", "123")]
    [InlineData("\u200Bzero\u00ADwidth", "zerowidth")]
    public void Squeeze_Text_KeepsFoldedLettersAndDigits(string text, string squeezed) => Assert.Equal(squeezed, TextFold.Squeeze(text));

    [Theory]
    [InlineData("seller_postcode", "seller postcode")]
    [InlineData("PayerTIN", "payer tin")]
    [InlineData("permanentCityState", "permanent city state")]
    [InlineData("2ndTIN", "2 nd tin")]
    [InlineData("SSN_ITIN", "ssn itin")]
    [InlineData("Rechnungs-Nr.:", "rechnungs nr")]
    [InlineData("", "")]
    public void Words_NameOrLabel_AreSplitWhereAReaderSplitsThem(string text, string words) =>
        Assert.Equal(words, string.Join(' ', TextFold.Words(text)));
}
