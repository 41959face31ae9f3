using System.Globalization;
using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using UglyToad.PdfPig.Content;
using Word = GroundedDocs.Documents.Layout.Word;

namespace GroundedDocs.Adapters.Pdf;

/// <summary>
/// Estimates where a viewer draws the value of a form field (PDF 32000-1, 12.7.4.3): in one line at the middle of the field, or
/// from its top when it has several. The reading stage moves the words onto the ink.
/// </summary>
internal static class FieldText
{
    private const double Padding = 2;
    private const double LineSpacing = 1.15;
    private const double LargestAutomaticSize = 12;

    /// <summary>Height of capitals and digits of Helvetica, as a share of the font size.</summary>
    private const double CapitalHeight = 0.72;

    /// <summary>The words of a widget's value, each with the place where it is expected.</summary>
    public static IEnumerable<Word> Place(PdfWidget widget, BoundingBox field, Page page) =>
        widget.Cells is { } cells ? PlaceInComb(widget.Value, cells, field, page) : PlaceLines(widget, field, page);

    private static IEnumerable<Word> PlaceLines(PdfWidget widget, BoundingBox field, Page page)
    {
        var lines = widget.Value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            return [];
        }

        var height = field.Height * page.Height;
        var isSingle = !widget.IsMultiline && lines.Length == 1;
        var stated = SizeIn(widget.Appearance);
        var size = stated > 0 ? stated : Math.Min(LargestAutomaticSize, height * (isSingle ? 0.7 : 0.7 / lines.Length));
        var firstMiddle = isSingle ? height / 2 : Padding + (size / 2);
        return lines.SelectMany(
            (line, index) => PlaceLine(line, firstMiddle + (index * size * LineSpacing), size, widget.Alignment, field, page)
        );
    }

    // A value whose characters have cells of equal width is one word.
    private static IEnumerable<Word> PlaceInComb(string value, int cells, BoundingBox field, Page page)
    {
        var text = string.Concat(value.Where(character => !char.IsWhiteSpace(character)));
        if (text.Length == 0)
        {
            return [];
        }

        var cell = field.Width / cells;
        var size = Math.Min(LargestAutomaticSize / page.Height, field.Height * 0.7) * CapitalHeight;
        var box = new BoundingBox(field.Left, field.CenterY - (size / 2), cell * Math.Min(cells, text.Length), size);
        return
        [
            new Word(text, box, 1, WordSource.FormField)
            {
                CharacterEdges = [.. Enumerable.Range(0, text.Length + 1).Select(index => field.Left + (index * cell))],
            },
        ];
    }

    private static IEnumerable<Word> PlaceLine(string line, double middle, double size, int alignment, BoundingBox field, Page page)
    {
        var width = field.Width * page.Width;
        var length = HelveticaWidths.Of(line) * size;
        var squeeze = Math.Min(1, (width - Padding) / Math.Max(length, 1e-6));
        var x = alignment switch
        {
            1 => (width - length) / 2,
            2 => width - length - Padding,
            _ => Padding,
        };
        x = Math.Max(0, x);
        foreach (var text in line.Split(' '))
        {
            var end = x + (HelveticaWidths.Of(text) * size * squeeze);
            if (text.Length > 0)
            {
                var (top, bottom) = (middle - (size * CapitalHeight / 2), middle + (size * CapitalHeight / 2));
                yield return new Word(text, Box(field, page, x, top, end, bottom), 1, WordSource.FormField);
            }

            x = end + (HelveticaWidths.Of(" ") * size * squeeze);
        }
    }

    private static BoundingBox Box(BoundingBox field, Page page, double left, double top, double right, double bottom) =>
        BoundingBox
            .FromEdges(
                field.Left + (left / page.Width),
                field.Top + (top / page.Height),
                field.Left + (right / page.Width),
                field.Top + (bottom / page.Height)
            )
            .ClampedToPage();

    // A default appearance reads "/Helv 9 Tf 0 g": the number before Tf is the size, and 0 leaves it to the viewer.
    private static double SizeIn(string appearance)
    {
        var tokens = appearance.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var index = Array.IndexOf(tokens, "Tf");
        return
            index >= 1
            && double.TryParse(tokens[index - 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
            && size is > 0 and < 200
            ? size
            : 0;
    }
}
