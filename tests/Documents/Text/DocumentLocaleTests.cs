using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Text;
using Xunit;

namespace GroundedDocs.Tests.Documents.Text;

public sealed class DocumentLocaleTests
{
    [Fact]
    public void Infer_OneDateWithOneOrder_DecidesAll()
    {
        var locale = DocumentLocale.Infer(Document("Date 03/04/2020", "Due 25/12/2020"));

        Assert.Equal(DateOrder.DayFirst, locale.DateOrder);
    }

    [Fact]
    public void Infer_AmountsWithComma_DecideTheSignAndCurrency()
    {
        var locale = DocumentLocale.Infer(Document("Menge 1.000", "Summe 12,50 EUR", "MwSt 2,38 EUR"));

        Assert.Equal(new DocumentLocale(DateOrder.DayFirst, DecimalSign.Comma, "EUR"), locale);
    }

    [Fact]
    public void Infer_EmptyDocument_KnowsNothing() => Assert.Equal(DocumentLocale.Unknown, DocumentLocale.Infer(new DocumentLayout([])));

    private static DocumentLayout Document(params string[] lines)
    {
        var words = new List<Word>();
        var printed = new List<Line>();
        for (var i = 0; i < lines.Length; i++)
        {
            var texts = lines[i].Split(' ');
            printed.Add(new Line(words.Count, texts.Length, new BoundingBox(0.1, 0.1 * i, 0.1 * texts.Length, 0.02)));
            words.AddRange(
                texts.Select((t, k) => new Word(t, new BoundingBox(0.1 + (0.1 * k), 0.1 * i, 0.09, 0.02), 1, WordSource.TextLayer))
            );
        }

        return new DocumentLayout([new PageLayout(1, new PixelSize(1000, 1400), words, printed, [], [])]);
    }
}
