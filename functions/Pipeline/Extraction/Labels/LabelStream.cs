using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Labels;

/// <summary>The words of a segment and, where it is printed on, of the line right below: a label may need both.</summary>
internal sealed class LabelStream
{
    private const double MaxLineGap = 0.9;

    private LabelStream(Segment segment, IReadOnlyList<(string Piece, Token Token, Segment Segment)> items, int ownCount)
    {
        Segment = segment;
        Items = items;
        OwnCount = ownCount;
    }

    /// <summary>The segment it begins with.</summary>
    public Segment Segment { get; }

    /// <summary>All words with the token and segment they belong to.</summary>
    public IReadOnlyList<(string Piece, Token Token, Segment Segment)> Items { get; }

    /// <summary>How many of them belong to <see cref="Segment"/> itself.</summary>
    public int OwnCount { get; }

    /// <summary>The stream of one segment.</summary>
    public static LabelStream Of(Sheet sheet, Segment segment)
    {
        var items = Words(segment).ToList();
        var ownCount = items.Count;
        for (var (line, depth) = (segment, 0); depth < 2 && !line.Tokens[^1].EndsLabel; depth++)
        {
            var below = sheet.Below(line, MaxLineGap);
            if (below is null || Math.Abs(below.Box.Left - segment.Box.Left) > 2 * sheet.LineHeightInWidths)
            {
                break;
            }

            items.AddRange(Words(below));
            line = below;
        }

        return new LabelStream(segment, items, ownCount);
    }

    private static IEnumerable<(string, Token, Segment)> Words(Segment segment) =>
        segment.Tokens.SelectMany(t => t.Pieces.Select(p => (p, t, segment)));
}
