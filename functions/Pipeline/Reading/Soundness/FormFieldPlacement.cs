using GroundedDocs.Documents.Layout;
using GroundedDocs.Pipeline.Reading.Ink;

namespace GroundedDocs.Pipeline.Reading.Soundness;

/// <summary>
/// Moves the words of form fields, whose places are estimated from the field, onto the ink that was drawn for them. The font is
/// unknown, so the words of a line are cut where the ink has its widest gaps.
/// </summary>
internal static class FormFieldPlacement
{
    /// <summary>How much longer than estimated a line may be: fonts differ by a quarter, and something else may follow.</summary>
    private const double LongestLine = 1.35;

    /// <summary>A gap of this many letter heights ends the line: a border of the field or another field.</summary>
    private const double EndOfLine = 1.2;

    /// <summary>A gap of this many letter heights may be a space, behind which print of the form itself begins.</summary>
    private const double SmallestSpace = 0.25;

    /// <summary>Widths found may differ from the estimate by this factor; beyond, the ink is something else.</summary>
    private const double LargestFactor = 2.2;

    /// <summary>How much a pixel between a gap and its expected place counts against a pixel of its width.</summary>
    private const double DistanceWeight = 0.3;

    /// <summary>All words; those of form fields moved onto the ink near them, where there is some.</summary>
    public static IReadOnlyList<Word> Fit(IReadOnlyList<Word> words, InkMap ink)
    {
        var fitted = new List<Word>(words.Count);
        var index = 0;
        while (index < words.Count)
        {
            var end = index + 1;
            while (end < words.Count && IsSameLine(words[end - 1], words[end]))
            {
                end++;
            }

            var line = words.Skip(index).Take(end - index).ToList();
            fitted.AddRange(line[0].Source == WordSource.FormField && line[0].CharacterEdges is null ? FitLine(line, ink) : line);
            index = end;
        }

        return fitted;
    }

    // Words that were estimated together have exactly the same height and level.
    private static bool IsSameLine(Word word, Word next) =>
        word.Source == WordSource.FormField
        && next.Source == WordSource.FormField
        && word.Box.Top.Equals(next.Box.Top)
        && word.Box.Height.Equals(next.Box.Height)
        && next.Box.Left > word.Box.Left
        && next.Box.Left - word.Box.Right < word.Box.Height;

    private static IEnumerable<Word> FitLine(List<Word> line, InkMap ink)
    {
        var (first, last) = (PixelBox.From(line[0].Box, ink.Size), PixelBox.From(line[^1].Box, ink.Size));
        var reach = (int)((last.Right - first.Left) * LongestLine) + first.Height;
        var band = first.Grown(first.Height / 3, 0, ink.Size) with { Right = Math.Min(ink.Size.Width, first.Left + reach) };
        var runs = RunsOf(band, ink);
        if (line.Count == 1 && runs.Count > 0)
        {
            runs = WithoutFollowers(runs, first);
        }

        var pieces = Divide(runs, line);
        return pieces is null ? line : line.Select((word, index) => Move(word, pieces[index], ink));
    }

    // Stretches of columns with ink, up to the first gap that no space explains.
    private static List<PixelBox> RunsOf(PixelBox band, InkMap ink)
    {
        var runs = new List<PixelBox>();
        for (var x = band.Left; x < band.Right; x++)
        {
            var column = band with { Left = x, Right = x + 1 };
            if (ink.Count(column) == 0)
            {
                continue;
            }

            if (runs.Count > 0 && x - runs[^1].Right > band.Height * EndOfLine)
            {
                break;
            }

            if (runs.Count > 0 && runs[^1].Right == x)
            {
                runs[^1] = runs[^1] with { Right = x + 1 };
            }
            else
            {
                runs.Add(column);
            }
        }

        return runs;
    }

    // A unit or a bracket that the form prints behind a word: it ends at the space that leaves the width nearest the estimate.
    private static List<PixelBox> WithoutFollowers(List<PixelBox> runs, PixelBox estimated)
    {
        var ends = Enumerable
            .Range(1, runs.Count)
            .Where(end => end == runs.Count || runs[end].Left - runs[end - 1].Right >= estimated.Height * SmallestSpace);
        return runs.GetRange(0, ends.MinBy(end => Misfit(runs[end - 1].Right - runs[0].Left)));

        double Misfit(int width) => Math.Abs(Math.Log(width / (double)estimated.Width));
    }

    // Between two words lies a wide gap near the place where the estimate, stretched to the ink, puts it.
    private static List<PixelBox>? Divide(List<PixelBox> runs, IReadOnlyList<Word> line)
    {
        if (runs.Count < line.Count)
        {
            return null;
        }

        var pieces = new List<PixelBox>();
        var start = 0;
        for (var index = 1; index <= line.Count; index++)
        {
            var last = runs.Count - (line.Count - index);
            var cut = index == line.Count ? runs.Count : Enumerable.Range(start + 1, last - start).MaxBy(gap => Fitness(gap, index));
            pieces.Add(runs[start] with { Right = runs[cut - 1].Right });
            start = cut;
        }

        return pieces;

        double Fitness(int gap, int index)
        {
            var estimated = (line[index].Box.Left - line[0].Box.Left) / (line[^1].Box.Right - line[0].Box.Left);
            var place = runs[0].Left + (estimated * (runs[^1].Right - runs[0].Left));
            return gap < runs.Count
                ? runs[gap].Left - runs[gap - 1].Right - (DistanceWeight * Math.Abs(runs[gap].Left - place))
                : double.NegativeInfinity;
        }
    }

    private static Word Move(Word word, PixelBox piece, InkMap ink)
    {
        var expected = PixelBox.From(word.Box, ink.Size);
        var isAlike = piece.Width < expected.Width * LargestFactor && expected.Width < piece.Width * LargestFactor;
        // Descenders reach a third of the capitals' height below.
        var tight = ink.Tighten(piece.Grown(0, expected.Height / 3, ink.Size));
        return isAlike && tight is { } box ? word with { Box = box.Normalised(ink.Size) } : word;
    }
}
