using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Domains;

/// <summary>
/// Classifies by the words on the first pages: each telling word counts once, words in large print or near the top count
/// more, and the shape of the page (a strip of paper, a card) speaks for receipts and licenses.
/// </summary>
public sealed class DocumentClassifier : IDocumentClassifier
{
    private const int PagesLookedAt = 3;
    private const double StrongPoints = 3;
    private const double WeakPoints = 1;
    private const double TitlePoints = 4;
    private const double ShapePoints = 3;
    private const double MinPoints = 5;
    private const double TitleArea = 0.3;
    private const double StripProportion = 1.75;
    private const double LicenseMaxWords = 160;

    // What is printed on a strip of paper or on a card is short: contracts speak of receipts, too, but are none.
    private const int SmallMaxPages = 3;
    private const int SmallMaxWords = 600;
    private static readonly string[] SmallFormats =
    [
        "document.receipt",
        "document.us-drivers-license",
        "document.bank-check",
        "document.us-passport",
    ];

    private static readonly Dictionary<string, DomainWords> Words = Lexicons.Read<Dictionary<string, DomainWords>>("classifier");

    /// <inheritdoc/>
    public Domain Classify(DocumentLayout layout, IReadOnlyList<Domain> domains)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(domains);
        var pages = layout.Pages.Where(p => p.Words.Count > 0).Take(PagesLookedAt).ToList();
        var all = Padded(pages.SelectMany(p => p.Words).Select(w => w.Text));
        var titles = Padded(pages.Take(1).SelectMany(Titles));
        var scored = domains
            .Where(d => Words.ContainsKey(d.Name) && (!SmallFormats.Contains(d.Name) || IsSmall(layout)))
            .Select(d => (Domain: d, Points: Points(Words[d.Name], all, titles) + ShapeOf(d.Name, layout, pages)));
        var best = scored.OrderByDescending(s => s.Points).FirstOrDefault();
        return best.Points >= MinPoints
            ? best.Domain
            : domains.FirstOrDefault(d => d.Name == DomainCatalogue.FormName) ?? DomainCatalogue.Find(DomainCatalogue.FormName)!;
    }

    private static bool IsSmall(DocumentLayout layout) =>
        layout.Pages.Count <= SmallMaxPages && layout.Pages.All(p => p.Words.Count <= SmallMaxWords);

    private static double Points(DomainWords words, string all, string titles)
    {
        var strong = words
            .Strong.Select(Padded)
            .Where(w => all.Contains(w, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var weak = words.Weak.Select(Padded).Count(w => all.Contains(w, StringComparison.Ordinal));
        var inTitle = strong.Exists(w => titles.Contains(w, StringComparison.Ordinal));
        return (StrongPoints * Math.Min(4, strong.Count)) + (WeakPoints * Math.Min(8, weak)) + (inTitle ? TitlePoints : 0);
    }

    // Words near the top that are printed half as large again as the page's usual ones.
    private static IEnumerable<string> Titles(PageLayout page)
    {
        var usual = page.Words.Select(w => w.Box.Height).Order().ElementAt(page.Words.Count / 2);
        return page.Words.Where(w => w.Box.Top < TitleArea && w.Box.Height > 1.5 * usual).Select(w => w.Text);
    }

    private static double ShapeOf(string domain, DocumentLayout layout, List<PageLayout> pages)
    {
        if (pages.Count == 0 || layout.Pages.Count > 1)
        {
            return 0;
        }

        var (size, wordCount) = (pages[0].Size, pages[0].Words.Count);
        var isStrip = size.Height > StripProportion * size.Width;
        var isCard = size.Width > 1.3 * size.Height && wordCount < LicenseMaxWords;
        return domain switch
        {
            "document.receipt" when isStrip => ShapePoints,
            "document.us-drivers-license" or "document.bank-check" when isCard => ShapePoints,
            _ => 0,
        };
    }

    private static string Padded(IEnumerable<string> words) => $" {string.Join(' ', words.SelectMany(LabelText.Pieces))} ";

    private static string Padded(string words) => Padded([words]);
}
