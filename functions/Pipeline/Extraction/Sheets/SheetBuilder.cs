using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Extraction.Sheets;

/// <summary>
/// Builds rows and segments from the words of a page. The reader's own lines are not used: extraction needs rows that cross
/// columns, and a narrower idea of what belongs together than a line of text.
/// </summary>
internal static class SheetBuilder
{
    // Inside a line, words stand about a third of their height apart; columns and label-value gaps are wider than this.
    private const double MaxWordGapInHeights = 1.4;

    // Two words stand on one row when their centres differ by less than this share of the smaller height.
    private const double MaxCenterShift = 0.55;

    private const int RowsLookedAt = 4;
    private const double MaxPrintRatio = 2.3;
    private const double MinSharedHeight = 0.7;
    private const double MaxFilledInShare = 0.6;

    /// <summary>The sheet of a page; a page without words gives a sheet without rows.</summary>
    public static Sheet Build(PageLayout page)
    {
        var words = page
            .Words.Take(ExtractionLimits.MaxWordsPerPage)
            .Where(w => w.Box.IsDrawable && !string.IsNullOrWhiteSpace(w.Text))
            .ToList();
        // Where most of a page stands in form fields, its labels do, too: being in one proves nothing there.
        var isFilledIn = words.Count(w => w.Source == WordSource.FormField) <= MaxFilledInShare * words.Count;
        var tokens = words.SelectMany(w => TokenSplitter.Split(w, page.PageNumber, isFilledIn)).ToList();
        var lineHeight = Median(tokens.Select(t => t.Box.Height));
        var slope = Math.Tan(page.SkewDegrees * Math.PI / 180) * page.Size.Width / page.Size.Height;
        var rows = new List<IReadOnlyList<Segment>>();
        foreach (var row in Rows(tokens, slope))
        {
            rows.Add(Segments(row, rows.Count, (double)page.Size.Height / page.Size.Width));
        }

        return new Sheet(page, rows, lineHeight);
    }

    private static IEnumerable<List<Token>> Rows(List<Token> tokens, double slope)
    {
        double Center(Token t) => t.Box.CenterY - (slope * t.Box.CenterX);
        var rows = new List<List<Token>>();
        foreach (var token in tokens.OrderBy(Center))
        {
            var row = rows.TakeLast(RowsLookedAt)
                .Reverse()
                .Where(r => IsOnRow(r, token, Center))
                .MinBy(r => Math.Abs(Center(Nearest(r, token)) - Center(token)));
            if (row is null)
            {
                rows.Add([token]);
            }
            else
            {
                row.Add(token);
            }
        }

        foreach (var row in rows)
        {
            row.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
        }

        return rows.OrderBy(r => r.Average(Center));
    }

    private static bool IsOnRow(List<Token> row, Token token, Func<Token, double> center)
    {
        var nearest = Nearest(row, token);
        // A dash or a dot is low, but belongs to the row it stands in.
        var isSign = !nearest.IsText || !token.IsText;
        var reach =
            MaxCenterShift * (isSign ? Math.Max(nearest.Box.Height, token.Box.Height) : Math.Min(nearest.Box.Height, token.Box.Height));
        return (Math.Abs(center(nearest) - center(token)) < reach || IsBesideLargePrint(nearest, token))
            && nearest.Box.Intersection(token.Box).Width < 0.6 * Math.Min(nearest.Box.Width, token.Box.Width);
    }

    private static Token Nearest(List<Token> row, Token token) => row.MinBy(t => Math.Abs(t.Box.CenterX - token.Box.CenterX))!;

    // A total is often printed twice as large as its label: the label's height lies mostly within the amount's.
    private static bool IsBesideLargePrint(Token one, Token other)
    {
        var (small, large) = one.Box.Height < other.Box.Height ? (one.Box, other.Box) : (other.Box, one.Box);
        return one.IsText
            && other.IsText
            && large.Height < MaxPrintRatio * small.Height
            && small.Intersection(large with { Left = small.Left, Width = small.Width }).Height > MinSharedHeight * small.Height;
    }

    private static List<Segment> Segments(List<Token> row, int index, double heightInWidths)
    {
        var maxGap = MaxWordGapInHeights * Median(row.Select(t => t.Box.Height)) * heightInWidths;
        var segments = new List<Segment>();
        var current = new List<Token>();
        foreach (var (token, at) in row.Select((t, i) => (t, i)))
        {
            var isSame = token.IsFilledIn == current.LastOrDefault(t => t.IsText)?.IsFilledIn || IsComb(row, at);
            if (current.Count > 0 && (!isSame || token.Box.Left - current.Max(t => t.Box.Right) > maxGap))
            {
                segments.Add(new Segment(current, index));
                current = [];
            }

            if (current.Count > 0 && TokenSplitter.Join(current[^1], token) is { } amount)
            {
                current[^1] = amount;
            }
            else
            {
                current.Add(token);
            }
        }

        segments.Add(new Segment(current, index));
        for (var i = 1; i < segments.Count; i++)
        {
            segments[i].Left = segments[i - 1];
            segments[i - 1].Right = segments[i];
        }

        return segments;
    }

    // "123 - 45 - 6789" in three form fields with printed dashes between them is one answer.
    private static bool IsComb(List<Token> row, int at) =>
        at > 0 && at + 1 < row.Count && !row[at].IsText && row[at - 1].IsFilledIn && row[at + 1].IsFilledIn;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0.01 : sorted[sorted.Count / 2];
    }
}
