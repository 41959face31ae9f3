using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Candidates;

/// <summary>The text that stands where the value of a label is printed: to its right, or below it.</summary>
internal sealed class Neighbourhood(LabelMap labels)
{
    private const double MaxHeadingGap = 1.5;
    private const int MaxSegmentsToTheRight = 3;
    private const int MaxTailLines = 2;
    private const int MinTailLength = 8;
    private const double MaxFieldWidth = 0.2;
    private const double MaxLinesBelow = 3;
    private readonly ValueContinuation continuation = new(labels);

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

    /// <summary>
    /// Whether the text right of a label is the heading of the next column: it speaks of a date, a number or the like without giving
    /// one, and both have something of their own right below.
    /// </summary>
    public bool IsHeading(LabelHit hit, Run right) =>
        !hit.Tokens[^1].EndsLabel
        && !right.Text.Any(char.IsDigit)
        && right.Tokens.SelectMany(t => t.Pieces).Any(KindReader.IsKindWord)
        && IsUnder(hit.Sheet, hit.Box, hit.Last.Row)
        && IsUnder(hit.Sheet, right.Box, hit.Last.Row);

    private bool IsUnder(Sheet sheet, BoundingBox box, int row) =>
        sheet.Below(box, row, MaxHeadingGap) is { } below
        && Math.Abs(below.Box.Left - box.Left) < sheet.LineHeightInWidths
        && !labels.StartsWithLabel(below);

    /// <summary>The line below the label, and the further lines of its block when <paramref name="maxLines"/> allows.</summary>
    public Run? Below(LabelHit hit, int maxLines)
    {
        var below = hit.Sheet.Below(hit.Box, hit.Last.Row, MaxLinesBelow);
        if (BelowCaption(hit) is { } nearer && (below is null || nearer.Box.Bottom < below.Box.Top))
        {
            below = nearer;
        }

        for (var tail = 0; below is not null && tail < MaxTailLines && !hit.Tokens[^1].EndsLabel && IsTail(below); tail++)
        {
            below = hit.Sheet.Below(below, MaxLinesBelow);
        }

        if (below is not null && below.Tokens.All(t => !t.IsText))
        {
            // A form prints the sign of the currency at the left edge of its field, and the amount at the right one.
            below = hit.Sheet.Beside(below, MaxFieldWidth) ?? hit.Sheet.Below(below, 2);
        }

        return below is null || labels.StartsWithLabel(below)
            ? null
            : continuation.Below(hit.Sheet, below, new Run(UntilLabel(below.Tokens)), maxLines);
    }

    // Below other words of the caption that the label is part of: "2 Country of citizenship".
    private Segment? BelowCaption(LabelHit hit) =>
        hit.First == hit.Last
        && hit.First.Tokens.All(labels.IsLabel)
        && hit.Sheet.Below(hit.First, MaxLinesBelow) is { } below
        && !labels.StartsWithLabel(below)
            ? below
            : null;

    /// <summary>
    /// A value that begins right of its label, with the lines that continue it; a name goes on in a line that is set tight below it
    /// and holds letters alone.
    /// </summary>
    public Run Continued(LabelHit hit, Run value, int maxLines, bool isName) => continuation.Right(hit, value, maxLines, isName);

    // The label goes on in the next line, in small letters: "Name, street, city / or postal code, and telephone".
    private static bool IsTail(Segment line) =>
        !line.Tokens[0].IsFilledIn
        && line.Tokens.Count > 1
        && line.Text.Length >= MinTailLength
        && char.IsLower(line.Text[0])
        && !line.Text.Any(char.IsDigit);

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
