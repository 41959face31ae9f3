using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Extraction.Sheets;

/// <summary>A page as rows of segments, so that what stands beside and below something can be asked for.</summary>
internal sealed class Sheet(PageLayout page, IReadOnlyList<IReadOnlyList<Segment>> rows, double lineHeight)
{
    /// <summary>The page, counted from 1.</summary>
    public int PageNumber => page.PageNumber;

    /// <summary>The layout it was made from.</summary>
    public PageLayout Page => page;

    /// <summary>Rows from top to bottom, each with its segments from left to right.</summary>
    public IReadOnlyList<IReadOnlyList<Segment>> Rows { get; } = rows;

    /// <summary>All segments, row by row.</summary>
    public IReadOnlyList<Segment> Segments { get; } = [.. rows.SelectMany(r => r)];

    /// <summary>Whether the page has form fields that somebody filled in.</summary>
    public bool IsFilledInForm { get; } = rows.Any(r => r.Any(s => s.Tokens[0].IsFilledIn));

    /// <summary>Whether its words were read from the picture, so that letters may be wrong.</summary>
    public bool IsRecognised { get; } = page.Words.Any(w => w.Source is WordSource.Recognition or WordSource.Service);

    /// <summary>Median height of the words, as a share of the page's height.</summary>
    public double LineHeight { get; } = lineHeight;

    /// <summary>The same length as <see cref="LineHeight"/>, as a share of the page's width.</summary>
    public double LineHeightInWidths { get; } = lineHeight * page.Size.Height / page.Size.Width;

    /// <summary>The next segment further down that shares a column with <paramref name="above"/>, within some line heights; null when there is none.</summary>
    public Segment? Below(Segment above, double maxLineHeights = 3) => Below(above.Box, above.Row, maxLineHeights);

    /// <summary>The next segment below a box that shares a column with it.</summary>
    public Segment? Below(Documents.Geometry.BoundingBox box, int row, double maxLineHeights)
    {
        for (var next = row + 1; next < Rows.Count; next++)
        {
            Segment? best = null;
            foreach (var segment in Rows[next])
            {
                var isInReach = segment.Box.Top - box.Bottom <= maxLineHeights * LineHeight;
                if (isInReach && SharesColumn(box, segment) && (best is null || Distance(box, segment) < Distance(box, best)))
                {
                    best = segment;
                }
            }

            if (best is not null)
            {
                return best;
            }

            if (Rows[next].Count > 0 && Rows[next].Min(s => s.Box.Top) - box.Bottom > maxLineHeights * LineHeight)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The nearest segment to the right that stands at the same height, even if on a row of its own; null when none is near.</summary>
    public Segment? Beside(Segment segment, double maxDistance) =>
        Rows.Skip(Math.Max(0, segment.Row - 1))
            .Take(3)
            .SelectMany(r => r)
            .Where(s => s.Box.Left > segment.Box.Right && s.Box.Left - segment.Box.Right < maxDistance)
            .Where(s => s.Box.Top < segment.Box.Bottom && s.Box.Bottom > segment.Box.Top)
            .MinBy(s => s.Box.Left);

    private static double Distance(Documents.Geometry.BoundingBox box, Segment segment) =>
        Math.Min(Math.Abs(segment.Box.Left - box.Left), Math.Abs(segment.Box.CenterX - box.CenterX));

    private bool SharesColumn(Documents.Geometry.BoundingBox box, Segment segment) =>
        segment.Box.Left < box.Right + (LineHeightInWidths / 2) && segment.Box.Right > box.Left - (LineHeightInWidths / 2);
}
