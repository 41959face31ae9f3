using GroundedDocs.Groundtruth.Drawing;
using SkiaSharp;

namespace GroundedDocs.Groundtruth.Truth;

/// <summary>
/// Measures where ink lands: the outlines of the glyphs themselves, taken through the same mapping as the page's pixels. It shares
/// nothing with the code that will read the page.
/// </summary>
/// <param name="pageNumber">The page, counted from 1.</param>
/// <param name="sheet">What was printed.</param>
/// <param name="toPixels">From points on the sheet to pixels of the finished page.</param>
/// <param name="page">The finished page's size in the same pixels.</param>
public sealed class Inking(int pageNumber, Sheet sheet, SKMatrix toPixels, SKSize page)
{
    /// <summary>Every word of the sheet: characters between white space.</summary>
    public IEnumerable<TruthWord> Words()
    {
        foreach (var line in sheet.Lines)
        {
            var start = 0;
            foreach (var word in line.Text.Split(' '))
            {
                if (word.Length > 0)
                {
                    var box = BoxOf(line, start, start + word.Length);
                    yield return new TruthWord(box.Page, word, box.X, box.Y, box.W, box.H);
                }

                start += word.Length + 1;
            }
        }
    }

    /// <summary>Every stretch of a line that prints a field.</summary>
    public IEnumerable<(Run Run, TruthBox Box)> Fields()
    {
        foreach (var line in sheet.Lines)
        {
            var start = 0;
            foreach (var run in line.Runs)
            {
                if (run.Field is not null)
                {
                    yield return (run, BoxOf(line, start, start + run.Text.Length));
                }

                start += run.Text.Length;
            }
        }
    }

    private TruthBox BoxOf(PrintedLine line, int start, int end)
    {
        using var outline = line.OutlineOf(start, end);
        outline.Transform(toPixels);
        var ink = outline.TightBounds;
        return new TruthBox(
            pageNumber,
            Math.Round(ink.Left / page.Width, 6),
            Math.Round(ink.Top / page.Height, 6),
            Math.Round(ink.Width / page.Width, 6),
            Math.Round(ink.Height / page.Height, 6)
        );
    }
}
