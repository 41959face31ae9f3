using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Parties;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>The further lines of a value that is printed over several.</summary>
internal sealed class ValueContinuation(LabelMap labels)
{
    private const double MaxLineGap = 1.0;
    private const double MaxNameGap = 0.6;

    // A share of the page's width.
    private const double MinLongWidth = 0.3;

    /// <summary>
    /// A value that begins right of its label, with the lines that continue it; a name goes on in a line that is set tight below it
    /// and holds letters alone.
    /// </summary>
    public Run Right(LabelHit hit, Run value, int maxLines, bool isName)
    {
        var segment = hit.Sheet.Rows[hit.Last.Row].FirstOrDefault(s => s.Tokens.Contains(value.Tokens[^1]));
        return segment is null || (isName && !NameGoesOn(hit.Sheet, segment, value))
            ? value
            : Below(hit.Sheet, segment, value, maxLines, hit.Box.Left);
    }

    /// <summary>
    /// A value with the lines that stand right below it: at its own left edge, or, where it is long, at the edge of its label.
    /// </summary>
    public Run Below(Sheet sheet, Segment segment, Run value, int maxLines, double? labelLeft = null)
    {
        var left = value.Box.Left;
        for (var line = 1; line < maxLines; line++)
        {
            var below = sheet.Below(value.Box, segment.Row, MaxLineGap);
            var isAligned =
                below is not null
                && (
                    Math.Abs(below.Box.Left - left) < 2 * sheet.LineHeightInWidths
                    || (
                        labelLeft is { } edge
                        && Math.Abs(below.Box.Left - edge) < sheet.LineHeightInWidths
                        && value.Box.Width > MinLongWidth
                    )
                );
            if (
                below is null
                || !isAligned
                || below.Tokens.Any(labels.IsLabel)
                || (below.Left is { } beside && beside.Tokens.Any(labels.IsLabel))
            )
            {
                break;
            }

            value = value.Then(below.ToRun());
            segment = below;
        }

        return value;
    }

    private static bool NameGoesOn(Sheet sheet, Segment segment, Run value)
    {
        var below = sheet.Below(value.Box, segment.Row, MaxNameGap);
        return below is not null
            && Math.Abs(below.Box.Left - value.Box.Left) < sheet.LineHeightInWidths
            && !OrganisationWords.IsStreet(below.Text)
            && below.Tokens.Count <= value.Tokens.Count;
    }
}
