using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Pipeline.Reading.Lines;

/// <summary>Finds words that stand on one line, and cuts the line where a gap is too wide for a space.</summary>
internal static class RowBuilder
{
    /// <summary>Two words share a row when they overlap by this much of the smaller one's height.</summary>
    private const double RowOverlap = 0.5;

    /// <summary>A word this many times higher than its row stands in another row: a heading beside small print.</summary>
    private const double LargestHeightRatio = 2.2;

    /// <summary>A space is a quarter to half of the letters' height, twice that in justified text; gutters are wider.</summary>
    private const double WidestSpace = 1.4;

    /// <summary>The segments of all rows, rows from the top, segments from the left.</summary>
    public static IReadOnlyList<IReadOnlyList<Segment>> Build(IReadOnlyList<Word> words, PixelSize size, double skewDegrees)
    {
        var slope = Math.Tan(skewDegrees * Math.PI / 180) * size.Width / size.Height;
        var rows = new List<Row>();
        var open = new List<Row>();
        foreach (var word in words.OrderBy(word => Level(word.Box, slope).Top))
        {
            var level = Level(word.Box, slope);
            open.RemoveAll(row => row.Bottom <= level.Top);
            var home = open.Where(row => row.Accepts(level)).MaxBy(row => row.Overlap(level));
            if (home is null)
            {
                home = new Row();
                rows.Add(home);
                open.Add(home);
            }

            home.Add(word, level);
        }

        var aspect = (double)size.Width / size.Height;
        return [.. rows.OrderBy(row => row.Center).Select((row, index) => Cut(row.Words, index, aspect))];
    }

    // The box moved to where it would be without skew.
    private static BoundingBox Level(BoundingBox box, double slope) => box with { Top = box.Top - (slope * box.CenterX) };

    private static List<Segment> Cut(List<Word> words, int row, double aspect)
    {
        words.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
        var height = Median(words);
        var segments = new List<Segment>();
        var start = 0;
        var right = words[0].Box.Right;
        for (var index = 1; index <= words.Count; index++)
        {
            if (index == words.Count || (words[index].Box.Left - right) * aspect > WidestSpace * height)
            {
                var part = words[start..index];
                segments.Add(new Segment(row, part, BoundingBox.Enclosing(part.Select(word => word.Box)), Median(part)));
                start = index;
            }

            right = index < words.Count ? Math.Max(right, words[index].Box.Right) : right;
        }

        return segments;
    }

    private static double Median(List<Word> words)
    {
        double[] heights = [.. words.Select(LetterHeight.Of)];
        Array.Sort(heights);
        return heights[heights.Length / 2];
    }

    private sealed class Row
    {
        private double heightSum;
        private double centerSum;

        public List<Word> Words { get; } = [];

        public double Bottom { get; private set; }

        public double Center => centerSum / Words.Count;

        private double Height => heightSum / Words.Count;

        public void Add(Word word, BoundingBox level)
        {
            Words.Add(word);
            heightSum += level.Height;
            centerSum += level.CenterY;
            Bottom = Math.Max(Bottom, level.Bottom);
        }

        // Compared with the mean of the row, so that one tall bracket does not join two lines.
        public double Overlap(BoundingBox level)
        {
            var shared = Math.Min(Center + (Height / 2), level.Bottom) - Math.Max(Center - (Height / 2), level.Top);
            return shared / Math.Min(Height, level.Height);
        }

        public bool Accepts(BoundingBox level) =>
            Overlap(level) >= RowOverlap
            && (IsPunctuation(level) || (level.Height <= Height * LargestHeightRatio && Height <= level.Height * LargestHeightRatio));

        // Dashes and dots are low; they belong to any row they stand in.
        private bool IsPunctuation(BoundingBox level) => level.Height < Height / LargestHeightRatio;
    }
}
