using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Orchestration.Work;

/// <summary>Puts the second reading of a region in the place of the first.</summary>
internal static class RegionPatch
{
    /// <summary>
    /// The page with the lines whose centre lies in the region replaced by <paramref name="found"/>, whose boxes are normalised to
    /// the region. The new lines form one block where the first replaced line stood, or at the end.
    /// </summary>
    public static PageLayout Apply(PageLayout page, BoundingBox region, PageLayout found)
    {
        var blocks = new List<List<List<Word>>>();
        var insertAt = -1;
        foreach (var block in page.Blocks)
        {
            var lines = page.Lines.Skip(block.FirstLine).Take(block.LineCount).ToArray();
            var kept = lines.Where(line => !Holds(region, line.Box)).ToArray();
            if (kept.Length > 0)
            {
                blocks.Add([.. kept.Select(line => page.WordsOf(line).ToList())]);
            }

            if (insertAt < 0 && kept.Length < lines.Length)
            {
                insertAt = blocks.Count;
            }
        }

        var added = found.Lines.Select(line => found.WordsOf(line).Select(word => OnPage(word, region)).ToList()).ToList();
        blocks.Insert(insertAt < 0 ? blocks.Count : insertAt, added);
        return Build(page, blocks);
    }

    private static bool Holds(BoundingBox region, BoundingBox box) =>
        box.CenterX >= region.Left && box.CenterX <= region.Right && box.CenterY >= region.Top && box.CenterY <= region.Bottom;

    private static Word OnPage(Word word, BoundingBox region) =>
        word with
        {
            Box = new BoundingBox(
                region.Left + (word.Box.Left * region.Width),
                region.Top + (word.Box.Top * region.Height),
                word.Box.Width * region.Width,
                word.Box.Height * region.Height
            ),
            CharacterEdges = word.CharacterEdges is { } edges ? [.. edges.Select(edge => region.Left + (edge * region.Width))] : null,
        };

    private static PageLayout Build(PageLayout page, List<List<List<Word>>> blocks)
    {
        var words = new List<Word>();
        var lines = new List<Line>();
        var laid = new List<Block>();
        foreach (var block in blocks)
        {
            var firstLine = lines.Count;
            foreach (var line in block)
            {
                lines.Add(new Line(words.Count, line.Count, BoundingBox.Enclosing(line.Select(word => word.Box))));
                words.AddRange(line);
            }

            laid.Add(new Block(firstLine, block.Count, BoundingBox.Enclosing(lines.Skip(firstLine).Select(line => line.Box))));
        }

        return page with
        {
            Words = words,
            Lines = lines,
            Blocks = laid,
        };
    }
}
