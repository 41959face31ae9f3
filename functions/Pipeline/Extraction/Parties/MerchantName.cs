using System.Text.RegularExpressions;
using GroundedDocs.Documents.Text;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>The name at the head of the first page: a letterhead, or the first lines of a receipt.</summary>
internal static partial class MerchantName
{
    private const double HeadHeight = 0.4;
    private const int MaxRows = 7;
    private static readonly string[] Titles =
    [
        "invoice",
        "receipt",
        "tax invoice",
        "cash bill",
        "bill",
        "welcome",
        "rechnung",
        "facture",
        "statement",
        "account statement",
        "copy",
        "original",
    ];

    /// <summary>The name and how sure that is, 0..1; null when the head is empty.</summary>
    public static (Reading Reading, double Score)? Find(Sheet sheet, LabelMap labels)
    {
        var rows = sheet
            .Rows.Where(r => r[0].Box.Top < HeadHeight)
            .Take(MaxRows)
            .Select(r => r.FirstOrDefault(s => IsName(s, labels)))
            .OfType<Segment>()
            .ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var legal = rows.FindIndex(s => OrganisationWords.HasLegalForm(s.Text) && !OrganisationWords.IsStreet(WithoutLegal(s.Text)));
        var trade = rows.FindIndex(s => OrganisationWords.HasTrade(s.Text));
        var chosen =
            legal >= 0 ? legal
            : trade >= 0 ? trade
            : 0;
        var run = rows[chosen].ToRun();
        var isOnlyLegalForm = legal > 0 && rows[legal].Row == rows[legal - 1].Row + 1 && OnlyLegalForm(rows[legal].Text);
        run = isOnlyLegalForm ? rows[legal - 1].ToRun().Then(run) : run;
        return Clean(run) is { } reading
            ? (
                reading,
                legal >= 0 ? 0.75
                : trade >= 0 ? 0.7
                : 0.55
            )
            : null;
    }

    /// <summary>A printed name without the registration number behind it; null when too few letters are left for a name.</summary>
    public static Reading? Clean(Run run)
    {
        var match = Registration().Match(run.Text);
        var name = match.Success ? TypedReader.Whole(run.Slice(0, match.Index), 1) : TypedReader.Whole(run, 1);
        name =
            name is not null && match.Success && name.Printed.Length > match.Index
                ? name with
                {
                    Printed = name.Printed[..match.Index].Trim(),
                }
                : name;
        return name is not null && TypedReader.IsName(name.Printed) ? name : null;
    }

    private static bool IsName(Segment segment, LabelMap labels)
    {
        return TypedReader.IsName(segment.Text)
            && !labels.StartsWithLabel(segment)
            && DateReader.Find(segment.Text).Count == 0
            && !Titles.Contains(string.Join(' ', LabelText.Pieces(segment.Text)), StringComparer.Ordinal);
    }

    private static string WithoutLegal(string text) => string.Join(' ', text.Split(' ').Where(w => !OrganisationWords.HasLegalForm(w)));

    private static bool OnlyLegalForm(string text) =>
        !text.Split(' ').Any(w => w.Any(char.IsLetter) && w.Length > 3 && !OrganisationWords.HasLegalForm(w));

    // "Old Mill Sdn Bhd (123456-X)": the registration number is no part of the name.
    [GeneratedRegex(
        @"(?<=\p{L}\.?)\s*(?:\(\s*)?(?:CO\.?\s?(?:REG)?\.?\s?NO\.?:?\s?)?\(?\d{4,}\s?-?\s?[A-Z]\)?",
        RegexOptions.CultureInvariant,
        ExtractionLimits.PatternTimeoutMilliseconds
    )]
    private static partial Regex Registration();
}
