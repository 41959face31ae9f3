using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Documents.Values;
using GroundedDocs.Pipeline.Extraction.Sheets;

namespace GroundedDocs.Pipeline.Extraction.Forms;

/// <summary>
/// Reads every labelled value of a document as name and value, for schemas that ask for just that: an array of objects with a
/// text <c>name</c> and a text <c>value</c>.
/// </summary>
internal static class FormReader
{
    private const double ColonProbability = 0.75;
    private const double CheckBoxProbability = 0.7;
    private const int MaxLabelWords = 8;

    /// <summary>Whether an array asks for names and values.</summary>
    public static bool Fits(ObjectSchema items) =>
        items.Properties.Count == 2
        && items.Properties.All(p => p is ScalarSchema { Type: ScalarType.Text })
        && items.Properties.Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(["name", "value"]);

    /// <summary>The pairs of all pages, in reading order.</summary>
    public static IEnumerable<PredictedField> Read(IEnumerable<Sheet> sheets, FieldPath array) =>
        sheets
            .SelectMany(sheet =>
                sheet
                    .Segments.SelectMany(s => Pairs(sheet, s))
                    .Concat(sheet.Page.CheckBoxes.SelectMany(b => CheckBoxPair(sheet, b)))
                    .OrderBy(p => p.Value.Box.Top)
                    .ThenBy(p => p.Value.Box.Left)
            )
            .SelectMany(
                (pair, index) =>
                    new[]
                    {
                        Field(array.Element(index).Property("name"), pair.Name, pair.Probability),
                        Field(array.Element(index).Property("value"), pair.Value, pair.Probability),
                    }
            );

    // A label ends with a colon; its value is the rest of the segment, the next segment, or the line below.
    private static IEnumerable<(Run Name, Run Value, double Probability)> Pairs(Sheet sheet, Segment segment)
    {
        var start = 0;
        for (var i = 0; i < segment.Tokens.Count; i++)
        {
            if (!segment.Tokens[i].EndsLabel)
            {
                continue;
            }

            var name = segment.Tokens.Skip(start).Take(i - start + 1).ToList();
            var value = segment.Tokens.Skip(i + 1).TakeWhile((t, at) => !IsNextLabel(segment, i + 1 + at)).ToList();
            start = i + 1 + value.Count;
            var beside = value.Count > 0 ? new Run(value) : Beside(sheet, segment, i);
            if (name.Count <= MaxLabelWords && beside is not null)
            {
                yield return (new Run(name), beside, ColonProbability);
            }
        }
    }

    // The last words before another colon are the next label: "Date: 3 May  Place: Rome".
    private static bool IsNextLabel(Segment segment, int index) => segment.Tokens.Skip(index).Take(2).Any(t => t.EndsLabel);

    private static Run? Beside(Sheet sheet, Segment segment, int colon)
    {
        if (colon < segment.Tokens.Count - 1)
        {
            return null;
        }

        var right = segment.Right;
        if (right is not null && !right.Tokens.Any(t => t.EndsLabel))
        {
            return right.ToRun();
        }

        var below = right is null ? sheet.Below(segment, 1.2) : null;
        return below is null || below.Tokens.Any(t => t.EndsLabel) ? null : below.ToRun();
    }

    private static IEnumerable<(Run Name, Run Value, double Probability)> CheckBoxPair(Sheet sheet, CheckBox box)
    {
        var label = sheet
            .Segments.Where(s =>
                Math.Abs(s.Box.CenterY - box.Box.CenterY) < Math.Max(sheet.LineHeight, box.Box.Height / 2) && s.Box.Right > box.Box.Right
            )
            .MinBy(s => Math.Abs(s.Box.Left - box.Box.Right));
        if (label is null)
        {
            return [];
        }

        // A recognised segment may hold several options: the name begins right of the square.
        var name = label.Tokens.Where(t => t.Box.Left >= box.Box.Right - (box.Box.Width / 2)).ToList();
        var mark = new Token(box.IsSelected ? "selected" : "unselected", box.Box, sheet.PageNumber, box.Confidence);
        return name.Count == 0 ? [] : [(new Run(name), new Run([mark]), CheckBoxProbability)];
    }

    private static PredictedField Field(FieldPath path, Run run, double probability) =>
        new(path, ScalarValue.FromText(run.Text.Trim(' ', ':')))
        {
            PrintedText = run.Text,
            PageNumber = run.PageNumber,
            RoughBox = run.Box,
            Probability = probability,
        };
}
