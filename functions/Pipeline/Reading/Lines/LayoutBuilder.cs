using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>
/// Puts words into reading order, groups them to lines and blocks, and orders check boxes from top to bottom and from left to right.
/// Takes O(n log n) for n words.
/// </summary>
public static class LayoutBuilder
{
    /// <summary>Builds the layout of a page; <paramref name="skewDegrees"/> is the slope of its lines, clockwise positive.</summary>
    public static PageLayout Build(
        int pageNumber,
        PixelSize size,
        IReadOnlyList<Word> words,
        IReadOnlyList<CheckBox> checkBoxes,
        double skewDegrees = 0
    )
    {
        var rows = RowBuilder.Build(words, size, skewDegrees);
        var blocks = ReadingOrder.Sort(BlockBuilder.Build(rows));
        var orderedWords = new List<Word>(words.Count);
        var orderedLines = new List<Line>();
        var orderedBlocks = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            orderedBlocks.Add(new Block(orderedLines.Count, block.Segments.Count, block.Box));
            foreach (var segment in block.Segments)
            {
                orderedLines.Add(new Line(orderedWords.Count, segment.Words.Count, segment.Box));
                orderedWords.AddRange(segment.Words);
            }
        }

        CheckBox[] orderedBoxes = [.. checkBoxes.OrderBy(box => box.Box.Top).ThenBy(box => box.Box.Left)];
        return new PageLayout(pageNumber, size, orderedWords, orderedLines, orderedBlocks, orderedBoxes) { SkewDegrees = skewDegrees };
    }
}
