using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>The name at the head of the first page: a letterhead, or the first lines of a receipt.</summary>
internal static class MerchantName
{
    private const double HeadHeight = 0.4;
    private const int MaxRows = 7;
    private static readonly string[] Titles = ["invoice", "receipt", "tax invoice", "cash bill", "bill", "welcome", "rechnung", "facture", "statement", "account statement", "duplicate", "copy", "original", "simplified tax invoice"];

    /// <summary>The name and how sure that is, 0..1; null when the head is empty.</summary>
    public static (Reading Reading, double Score)? Find(Sheet sheet, LabelMap labels)
    {
        var rows = sheet.Rows.Where(r => r[0].Box.Top < HeadHeight).Take(MaxRows).Select(r => r.FirstOrDefault(s => IsName(s, labels))).OfType<Segment>().ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var legal = rows.FindIndex(s => OrganisationWords.HasLegalForm(s.Text) && !OrganisationWords.IsStreet(WithoutLegal(s.Text)));
        var trade = rows.FindIndex(s => OrganisationWords.HasTrade(s.Text));
        var chosen = legal >= 0 ? legal : trade >= 0 ? trade : 0;
        var run = rows[chosen].ToRun();
        var isOnlyLegalForm = legal > 0 && rows[legal].Row == rows[legal - 1].Row + 1 && OnlyLegalForm(rows[legal].Text);
        run = isOnlyLegalForm ? rows[legal - 1].ToRun().Then(run) : run;
        return TypedReader.Whole(WithoutRegistration(run), 1) is { } reading ? (reading, legal >= 0 ? 0.75 : trade >= 0 ? 0.65 : 0.55) : null;
    }

    private static bool IsName(Segment segment, LabelMap labels)
    {
        var squeezed = TextFold.Squeeze(segment.Text);
        var letters = squeezed.Count(char.IsLetter);
        return letters >= 3
            && letters * 2 > squeezed.Length
            && !labels.StartsWithLabel(segment)
            && DateReader.Find(segment.Text).Count == 0
            && !Titles.Contains(string.Join(' ', LabelText.Pieces(segment.Text)), StringComparer.Ordinal);
    }

    private static string WithoutLegal(string text) => string.Join(' ', text.Split(' ').Where(w => !OrganisationWords.HasLegalForm(w)));

    private static bool OnlyLegalForm(string text) => !text.Split(' ').Any(w => w.Any(char.IsLetter) && w.Length > 3 && !OrganisationWords.HasLegalForm(w));

    // "Old Mill Sdn Bhd (123456-X)": the registration number is no part of the name.
    private static Run WithoutRegistration(Run run)
    {
        var end = run.Tokens.Select((t, i) => (t, i)).FirstOrDefault(p => p.i > 0 && p.t.Text.StartsWith('(') && p.t.Text.Any(char.IsAsciiDigit)).i;
        return end > 0 ? new Run([.. run.Tokens.Take(end)]) : run;
    }
}
