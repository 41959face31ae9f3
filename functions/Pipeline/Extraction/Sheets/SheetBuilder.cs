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

    /// <summary>The sheet of a page; a page without words gives a sheet without rows.</summary>
    public static Sheet Build(PageLayout page)
    {
        var tokens = page
            .Words.Take(ExtractionLimits.MaxWordsPerPage)
            .Where(w => w.Box.IsDrawable && !string.IsNullOrWhiteSpace(w.Text))
            .SelectMany(w => Split(w, page.PageNumber))
            .ToList();
        var lineHeight = Median(tokens.Select(t => t.Box.Height));
        var slope = Math.Tan(page.SkewDegrees * Math.PI / 180) * page.Size.Width / page.Size.Height;
        var rows = new List<IReadOnlyList<Segment>>();
        foreach (var row in Rows(tokens, slope))
        {
            rows.Add(Segments(row, rows.Count, (double)page.Size.Height / page.Size.Width));
        }

        return new Sheet(page, rows, lineHeight);
    }

    // "Total:9.00" is a label and a value that lack a space.
    private static IEnumerable<Token> Split(Word word, int pageNumber)
    {
        var colon = word.Text.IndexOf(':', StringComparison.Ordinal);
        var isLabel =
            word.Source != WordSource.FormField
            && colon > 1
            && colon < word.Text.Length - 1
            && word.Text.AsSpan(0, colon).ContainsAnyInRange('A', 'z')
            && word.Text[colon + 1] != '/'
            && !char.IsDigit(word.Text[colon - 1]);
        if (!isLabel)
        {
            return [new Token(word.Text, word.Box, pageNumber, word.Confidence) { IsFilledIn = word.Source == WordSource.FormField }];
        }

        return
        [
            new Token(word.Text[..(colon + 1)], word.BoxOf(0, colon + 1), pageNumber, word.Confidence),
            new Token(word.Text[(colon + 1)..], word.BoxOf(colon + 1, word.Text.Length), pageNumber, word.Confidence),
        ];
    }

    private static IEnumerable<List<Token>> Rows(List<Token> tokens, double slope)
    {
        double Center(Token t) => t.Box.CenterY - (slope * t.Box.CenterX);
        var rows = new List<List<Token>>();
        foreach (var token in tokens.OrderBy(Center))
        {
            var row = rows.AsEnumerable().Reverse().Take(4).FirstOrDefault(r => IsOnRow(r, token, Center));
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
        var nearest = row.MinBy(t => Math.Abs(t.Box.CenterX - token.Box.CenterX))!;
        // A dash or a dot is low, but belongs to the row it stands in.
        var isSign = !nearest.IsText || !token.IsText;
        var reach =
            MaxCenterShift * (isSign ? Math.Max(nearest.Box.Height, token.Box.Height) : Math.Min(nearest.Box.Height, token.Box.Height));
        return Math.Abs(center(nearest) - center(token)) < reach
            && nearest.Box.Intersection(token.Box).Width < 0.6 * Math.Min(nearest.Box.Width, token.Box.Width);
    }

    private static List<Segment> Segments(List<Token> row, int index, double heightInWidths)
    {
        var maxGap = MaxWordGapInHeights * Median(row.Select(t => t.Box.Height)) * heightInWidths;
        var segments = new List<Segment>();
        var current = new List<Token>();
        foreach (var token in row)
        {
            if (
                current.Count > 0
                && (token.IsFilledIn != current[^1].IsFilledIn || token.Box.Left - current.Max(t => t.Box.Right) > maxGap)
            )
            {
                segments.Add(new Segment(current, index));
                current = [];
            }

            current.Add(token);
        }

        segments.Add(new Segment(current, index));
        for (var i = 1; i < segments.Count; i++)
        {
            segments[i].Left = segments[i - 1];
            segments[i - 1].Right = segments[i];
        }

        return segments;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0.01 : sorted[sorted.Count / 2];
    }
}
