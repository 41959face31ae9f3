using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Documents.Text;

/// <summary>How a document writes dates and numbers, from all evidence on it together: a 25/12 anywhere decides 03/04 everywhere.</summary>
/// <param name="DateOrder">Order of day and month.</param>
/// <param name="DecimalSign">Sign before the fraction.</param>
/// <param name="Currency">ISO 4217 code of the currency printed most often, or null.</param>
public sealed record DocumentLocale(DateOrder DateOrder, DecimalSign DecimalSign, string? Currency)
{
    /// <summary>Nothing is known.</summary>
    public static DocumentLocale Unknown { get; } = new(DateOrder.Unknown, DecimalSign.Unknown, null);

    /// <summary>Infers the locale from all lines of all pages.</summary>
    public static DocumentLocale Infer(DocumentLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var evidence = new LocaleEvidence();
        foreach (var page in layout.Pages)
        {
            foreach (var line in page.Lines)
            {
                var text = page.TextOf(line);
                evidence.Add(DateReader.Find(text));
                evidence.Add(NumberReader.Find(text));
            }
        }

        return evidence.Decide();
    }
}
