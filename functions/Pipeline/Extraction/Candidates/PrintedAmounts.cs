using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>The numbers of a document, for asking whether a sum is printed anywhere.</summary>
internal sealed class PrintedAmounts(IEnumerable<Sheet> sheets, DocumentLocale locale)
{
    private readonly HashSet<decimal> amounts =
    [
        .. sheets
            .SelectMany(s => s.Segments)
            .SelectMany(s => NumberReader.Find(s.Text))
            .Where(n => !n.IsPercent)
            .Select(n => n.In(locale.DecimalSign)),
    ];

    /// <summary>Whether the document prints an amount.</summary>
    public bool Contain(decimal amount) => amounts.Contains(amount);

    /// <summary>The first number of a text in the document's notation, or null.</summary>
    public decimal? Read(string text) => NumberReader.Find(text) is [var number, ..] ? number.In(locale.DecimalSign) : null;
}
