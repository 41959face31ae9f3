using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Tables;

/// <summary>Finds the header rows of the table that has a schema's columns.</summary>
internal static class TableHeaderFinder
{
    private const double MinLabelScore = 0.55;
    private const int MaxHeaderRows = 3;
    private const double MaxRowGap = 0.7;

    /// <summary>The headers on a page, from top to bottom; none overlap.</summary>
    public static IReadOnlyList<TableHeader> Find(Sheet sheet, LabelFinder finder, IReadOnlyList<FieldMeaning> columns)
    {
        var hits = columns
            .SelectMany(c =>
                c.Labels.SelectMany(l => finder.Find(l, []))
                    .Where(h => h.Score >= MinLabelScore && h.First.Row + MaxHeaderRows > h.Last.Row)
                    .Select(h => (Column: c, Hit: h))
            )
            .ToList();
        var needed = Math.Min(2, columns.Count);
        var headers = new List<TableHeader>();
        foreach (var row in hits.Select(h => h.Hit.First.Row).Distinct().Order())
        {
            var header = Build(sheet, hits, row);
            if (header is not null && header.Cells.Count(c => c.Column is not null) >= needed)
            {
                headers.Add(header);
            }
        }

        var best = headers.Count > 0 ? headers.Max(h => h.Score) : 0;
        return
        [
            .. headers.Where(h =>
                h.Score >= best - 0.5
                && !headers.Exists(o =>
                    o != h
                    && Math.Abs(o.LastRow - h.LastRow) < MaxHeaderRows
                    && (o.Score > h.Score || (o.Score == h.Score && o.LastRow < h.LastRow))
                )
            ),
        ];
    }

    private static TableHeader? Build(Sheet sheet, List<(FieldMeaning Column, LabelHit Hit)> hits, int row)
    {
        var (first, last) = (row, row);
        while (first > 0 && row - first < MaxHeaderRows && IsHeaderLine(sheet, first - 1, first))
        {
            first--;
        }

        while (last + 1 < sheet.Rows.Count && last - row < MaxHeaderRows && IsHeaderLine(sheet, last + 1, last))
        {
            last++;
        }

        var used = new HashSet<Token>(ReferenceEqualityComparer.Instance);
        var cells = new List<HeaderCell>();
        var score = 0.0;
        foreach (
            var (column, hit) in hits.Where(h => h.Hit.First.Row >= first && h.Hit.Last.Row <= last)
                .OrderByDescending(h => h.Hit.Score)
                .ThenByDescending(h => h.Hit.Tokens.Count)
        )
        {
            if (cells.Exists(c => c.Column == column) || hit.Tokens.Any(used.Contains))
            {
                continue;
            }

            used.UnionWith(hit.Tokens);
            cells.Add(new HeaderCell(hit.Box, column, hit.Score));
            score += hit.Score;
        }

        var others = sheet
            .Rows.Skip(first)
            .Take(last - first + 1)
            .SelectMany(r => r)
            .Select(s => s.Tokens.Where(t => !used.Contains(t) && t.IsText).ToList())
            .Where(t => t.Count > 0);
        foreach (var tokens in others)
        {
            var box = BoundingBox.Enclosing(tokens.Select(t => t.Box));
            if (!cells.Exists(c => c.Box.HorizontalOverlap(box) > 0.5))
            {
                cells.Add(new HeaderCell(box, null, 0));
            }
        }

        return cells.Count == 0 ? null : new TableHeader(cells, last, score);
    }

    // The lines of one header stand closer than the rows of a table, and hold no numbers.
    private static bool IsHeaderLine(Sheet sheet, int row, int neighbour)
    {
        var (above, below) = row < neighbour ? (row, neighbour) : (neighbour, row);
        var gap = sheet.Rows[below].Min(s => s.Box.Top) - sheet.Rows[above].Max(s => s.Box.Bottom);
        return gap < MaxRowGap * sheet.LineHeight && !sheet.Rows[row].Any(s => s.Text.Any(char.IsDigit) || s.Tokens[^1].EndsLabel);
    }
}
