using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>The text that stands where the value of a label is printed: to its right, or below it.</summary>
internal sealed class Neighbourhood(LabelMap labels)
{
    private const double MaxLineGap = 1.0;
    private const int MaxSegmentsToTheRight = 3;

    /// <summary>Everything on the label's row up to the next label; null when there is nothing.</summary>
    public Run? Right(LabelHit hit, bool acrossColumns)
    {
        var tokens = new List<Token>();
        Take(tokens, RestAfter(hit));
        var segment = hit.Last;
        for (
            var taken = tokens.Count > 0 ? 1 : 0;
            taken < (acrossColumns ? MaxSegmentsToTheRight : 1) && segment.Right is { } next;
            segment = next
        )
        {
            if (tokens.Count > 0 && !acrossColumns || IsBlocked(next))
            {
                break;
            }

            var before = tokens.Count;
            Take(tokens, next.Tokens);
            taken += tokens.Count > before ? 1 : 0;
            if (next.Tokens.Any(labels.IsLabel))
            {
                break;
            }
        }

        return tokens.Exists(t => t.IsText) ? new Run(tokens) : null;
    }

    /// <summary>The line below the label, and the further lines of its block when <paramref name="maxLines"/> allows.</summary>
    public Run? Below(LabelHit hit, int maxLines)
    {
        var below = hit.Sheet.Below(hit.Box, hit.Last.Row, 3);
        return below is null || labels.StartsWithLabel(below)
            ? null
            : WithLinesBelow(hit.Sheet, below, new Run(UntilLabel(below.Tokens)), maxLines);
    }

    /// <summary>A value that begins right of its label, with the lines that continue it.</summary>
    public Run Continued(LabelHit hit, Run value, int maxLines)
    {
        var segment = hit.Sheet.Rows[hit.Last.Row].FirstOrDefault(s => s.Tokens.Contains(value.Tokens[^1]));
        return segment is null ? value : WithLinesBelow(hit.Sheet, segment, value, maxLines, hit.Box.Left);
    }

    private Run WithLinesBelow(Sheet sheet, Segment segment, Run value, int maxLines, double? labelLeft = null)
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
                        && line > 0
                        && value.Box.Width > 0.3
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

    private static IEnumerable<Token> RestAfter(LabelHit hit)
    {
        var rest = hit.Last.Tokens.SkipWhile(t => t != hit.Tokens[^1]).Skip(1).ToList();
        if (hit.Tokens[^1].EndsLabel)
        {
            return rest;
        }

        // The label may have a tail up to its colon, as in "Total (EUR):".
        var colon = rest.FindIndex(t => t.EndsLabel);
        return colon is >= 0 and <= 4 ? rest.Skip(colon + 1)
            : IsTail(rest) ? []
            : rest;
    }

    // "Name (as shown on your return)", "Rate of withholding": the label goes on, in brackets or in small letters.
    private static bool IsTail(List<Token> rest) =>
        rest.Count > 0
        && (
            (rest[0].Text.StartsWith('(') && !rest[0].Text.Any(char.IsDigit))
            || (char.IsLower(rest[0].Text[0]) && rest[0].Text.Length > 1 && !rest[0].Text.Any(char.IsDigit))
        );

    private static bool IsHint(Segment segment) =>
        segment.Text.StartsWith('(') && segment.Text.EndsWith(')') && !segment.Text.Any(char.IsDigit);

    private bool IsBlocked(Segment segment) => labels.StartsWithLabel(segment) || IsHint(segment);

    private void Take(List<Token> tokens, IEnumerable<Token> more) => tokens.AddRange(UntilLabel(more));

    private List<Token> UntilLabel(IEnumerable<Token> tokens) => [.. tokens.TakeWhile(t => !labels.IsLabel(t))];
}
