using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Parties;

/// <summary>Finds address blocks: a line with postal code and city, and the lines of the same column right above it.</summary>
internal sealed class AddressBlockFinder(LabelMap labels)
{
    // Four digits before a capital letter are more often a quantity or the end of a phone number than a postal code.
    private const int SureCodeLength = 5;
    private const int MaxLinesAbove = 6;
    private const int MaxLinesBelow = 2;
    private const double MaxLineGap = 2.1;
    private static readonly string[] NameLabels = ["name", "firma", "company", "nom", "nombre", "naam", "ragione"];
    private static readonly string[] AddressLabels =
    [
        "address",
        "anschrift",
        "adresse",
        "street",
        "strasse",
        "direccion",
        "indirizzo",
        "adres",
    ];

    /// <summary>All blocks of a page, from top to bottom.</summary>
    public IEnumerable<AddressBlock> Find(Sheet sheet)
    {
        foreach (var segment in sheet.Segments)
        {
            var unlabelled = segment.Tokens.SkipWhile(labels.IsLabel).ToList();
            if (unlabelled.Count < 2 || CityLine.Read(new Run(unlabelled)) is not { } city)
            {
                continue;
            }

            var block =
                city.Before is { } before && AddressParts.AreSeveral(before) && !IsContinued(sheet, segment)
                    ? OneLine(sheet, segment, city, before)
                    : Lines(sheet, segment, city);
            if (city.PostalCode.Text.Length >= SureCodeLength || block.Lines.Any(l => OrganisationWords.NamesStreet(l.Text)))
            {
                yield return block;
            }
        }
    }

    // An address that began in the line above, with a street or up to a comma.
    private bool IsContinued(Sheet sheet, Segment segment) =>
        Above(sheet, segment, sheet.LineHeight * MaxLineGap) is { } above
        && !labels.StartsWithLabel(above)
        && !IsReference(above)
        && (above.Text.EndsWith(',') || OrganisationWords.NamesStreet(above.Text));

    private static AddressBlock OneLine(Sheet sheet, Segment segment, CityLine city, Run before)
    {
        var parts = AddressParts.Of(before);
        var street = AddressParts.StreetOf(parts);
        var block = new AddressBlock(sheet, city, parts, [], IsOneLine: true) { FirstAddressLine = street };
        var above = street == 0 ? Above(sheet, segment, sheet.LineHeight) : null;
        return above is null ? block : block with { LabelledName = above.ToRun() };
    }

    private AddressBlock Lines(Sheet sheet, Segment segment, CityLine city)
    {
        var lines = new List<Run>();
        if (city.Before is { } before)
        {
            lines.Add(before);
        }

        Run? name = null;
        for (
            var (line, count) = (segment, 0);
            count < MaxLinesAbove && Above(sheet, line, sheet.LineHeight * MaxLineGap) is { } above;
            count++
        )
        {
            if (labels.StartsWithLabel(above) || IsReference(above))
            {
                break;
            }

            if (segment.Tokens[0].IsFilledIn && !above.Tokens[0].IsFilledIn)
            {
                // Between the lines of a form that was filled in stands what is to be filled in.
                line = above;
                continue;
            }

            var label = above.Left is { } left && left.Tokens.All(labels.IsLabel) ? left.Tokens.SelectMany(t => t.Pieces).ToList() : null;
            if (label is not null && label.Exists(NameLabels.Contains))
            {
                name = above.ToRun();
                break;
            }

            if (label is not null && !label.Exists(AddressLabels.Contains))
            {
                break;
            }

            lines.Insert(0, above.ToRun());
            line = above;
        }

        return new AddressBlock(sheet, city, lines, TailOf(sheet, segment), IsOneLine: false)
        {
            LabelledName = name,
            FirstAddressLine = FirstAddressLine(lines, name),
        };
    }

    // Names come first; the address begins with the first line that looks like a street, or with the last line at the latest.
    private static int FirstAddressLine(List<Run> lines, Run? name)
    {
        if (name is not null)
        {
            return 0;
        }

        var street = lines.FindIndex(l =>
            (OrganisationWords.NamesStreet(l.Text) || char.IsAsciiDigit(l.Text[0])) && !OrganisationWords.HasLegalForm(l.Text)
        );
        street = street >= 0 ? street : lines.FindIndex(l => OrganisationWords.IsStreet(l.Text) && !OrganisationWords.HasLegalForm(l.Text));
        return street >= 0 ? street : Math.Min(1, lines.Count);
    }

    private List<Run> TailOf(Sheet sheet, Segment segment)
    {
        var tail = new List<Run>();
        for (var line = segment; tail.Count < MaxLinesBelow && sheet.Below(line, 0.9) is { } below; line = below)
        {
            var isPlace =
                below.Tokens.Count <= 4 && below.Tokens.All(t => !labels.IsLabel(t) && t.Text.All(c => !char.IsDigit(c) && c != '@'));
            if (!isPlace || below.Left is not null && below.Left.Tokens.Any(labels.IsLabel) || !IsInColumn(sheet, line, below))
            {
                break;
            }

            tail.Add(below.ToRun());
        }

        return tail;
    }

    private static Segment? Above(Sheet sheet, Segment segment, double maxGap)
    {
        for (var row = segment.Row - 1; row >= 0 && segment.Box.Top - sheet.Rows[row].Max(s => s.Box.Bottom) < maxGap; row--)
        {
            var above = sheet.Rows[row].FirstOrDefault(s => IsInColumn(sheet, segment, s) && segment.Box.Top - s.Box.Bottom < maxGap);
            if (above is not null)
            {
                return above;
            }
        }

        return null;
    }

    private static bool IsInColumn(Sheet sheet, Segment one, Segment other) =>
        Math.Abs(one.Box.Left - other.Box.Left) < 2 * sheet.LineHeightInWidths
        || Math.Abs(one.Box.CenterX - other.Box.CenterX) < 2.5 * sheet.LineHeightInWidths;

    // Registration and phone numbers stand between a shop's name and its address, but belong to neither.
    private static bool IsReference(Segment segment) =>
        (segment.Text[0] == '(' && segment.Text.Any(char.IsAsciiDigit))
        || segment.Tokens.Any(t => t.Text.Count(char.IsAsciiDigit) >= 6)
        || segment.Text.Contains('@', StringComparison.Ordinal);
}
