using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Extraction.Domains;
using Xunit;

namespace GroundedDocs.Tests.Pipeline.Extraction.Domains;

public sealed class DocumentClassifierTests
{
    [Theory]
    [InlineData("document.invoice", "INVOICE|Invoice number: 7|Bill to|Due date: 3 May|Subtotal 10.00|Total amount 12.00")]
    [InlineData("document.invoice", "Rechnung|Rechnungsnummer: 7|Kundennummer 12|Menge Einzelpreis|Gesamtbetrag 12,00 EUR")]
    [InlineData("document.invoice", "FACTURE|Date de facture 3/5/2024|Prix unitaire Quantité|Total TTC 12,00|TVA 2,00")]
    [InlineData("document.receipt", "Corner Shop|Receipt no 12|Tea 2.00|Subtotal 2.00|Total 2.00|Cash 5.00|Change 3.00|Thank you")]
    [InlineData("document.receipt", "Kiosk am Tor|Kassenbon|Summe 4,00|Bar 5,00|Rückgeld 1,00|Danke")]
    [InlineData(
        "document.bank-statement",
        "Account statement|Statement period 1 May - 31 May|Beginning balance 10.00|Deposits|Withdrawals|Ending balance 12.00"
    )]
    [InlineData("document.bank-statement", "Kontoauszug|Alter Saldo 10,00|Buchungstag|Wertstellung|Neuer Saldo 12,00")]
    [InlineData(
        "document.us-drivers-license",
        "DRIVER LICENSE|4d DL NO. A12|9 CLASS C|4b EXP 01/02/2030|3 DOB 01/02/1990|15 SEX F|16 HGT 5-06"
    )]
    [InlineData("document.form", "Minutes of the gardening club|We met on the lawn|and talked about roses")]
    public void Classify_TellingWords_DecideTheDomain(string expected, string print)
    {
        var page = new TypesetPage();
        foreach (var (line, row) in print.Split('|').Select((line, row) => (line, row)))
        {
            page.Print(row * 2, 0, line);
        }

        Assert.Equal(expected, new DocumentClassifier().Classify(new DocumentLayout([page.ToLayout()]), DomainCatalogue.All).Name);
    }

    [Fact]
    public void Classify_LongDocumentThatSpeaksOfReceipts_IsNone()
    {
        var pages = Enumerable
            .Range(1, 5)
            .Select(number =>
                new TypesetPage(number).Print(2, 0, "Upon receipt of cash, change or a receipt no party shall thank you").ToLayout()
            );

        Assert.Equal("document.form", new DocumentClassifier().Classify(new DocumentLayout([.. pages]), DomainCatalogue.All).Name);
    }

    [Fact]
    public void Classify_EmptyDocument_IsAForm() =>
        Assert.Equal("document.form", new DocumentClassifier().Classify(new DocumentLayout([]), DomainCatalogue.All).Name);
}
