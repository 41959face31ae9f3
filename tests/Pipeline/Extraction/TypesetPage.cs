using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;

namespace GroundedDocs.Tests.Pipeline.Extraction;

/// <summary>Sets text on a page of fixed-width letters, so that tests can say what stands where.</summary>
internal sealed class TypesetPage(int pageNumber = 1)
{
    private const double LetterWidth = 0.009;
    private const double LineHeight = 0.011;
    private const double LinePitch = 0.016;
    private const double Margin = 0.05;
    private readonly List<Word> words = [];
    private readonly List<Line> lines = [];
    private readonly List<CheckBox> checkBoxes = [];

    /// <summary>Prints a text with its first letter in a column (0..100) of a row (0..55); spaces are as wide as letters.</summary>
    public TypesetPage Print(double row, double column, string text, WordSource source = WordSource.TextLayer)
    {
        var (first, at) = (words.Count, 0);
        foreach (var word in text.Split(' '))
        {
            if (word.Length > 0)
            {
                var box = new BoundingBox(
                    Margin + ((column + at) * LetterWidth),
                    Margin + (row * LinePitch),
                    word.Length * LetterWidth,
                    LineHeight
                );
                words.Add(new Word(word, box, 1, source));
            }

            at += word.Length + 1;
        }

        lines.Add(new Line(first, words.Count - first, BoundingBox.Enclosing(words.Skip(first).Select(w => w.Box))));
        return this;
    }

    /// <summary>Draws a check box at a column of a row.</summary>
    public TypesetPage Tick(double row, double column, bool isSelected)
    {
        var box = new BoundingBox(Margin + (column * LetterWidth), Margin + (row * LinePitch), LetterWidth, LineHeight);
        checkBoxes.Add(new CheckBox(box, isSelected, 0.95, WordSource.Recognition));
        return this;
    }

    /// <summary>The page's layout.</summary>
    public PageLayout ToLayout() =>
        new(pageNumber, new PixelSize(1000, 1414), words, lines, [.. lines.Select((l, i) => new Block(i, 1, l.Box))], checkBoxes);
}
