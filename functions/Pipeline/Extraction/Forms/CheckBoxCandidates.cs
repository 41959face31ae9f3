using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Sheets;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Forms;

/// <summary>Candidates for fields that are ticked rather than written.</summary>
internal static class CheckBoxCandidates
{
    private const double MaxRowShift = 0.9;
    private const double MaxDistance = 0.25;
    private const double LabelAloneScore = 0.6;
    private const double BelowFactor = 0.7;
    private const double MaxLinesBelow = 3;

    /// <summary>The check boxes beside one label of a yes-or-no field, nearest first; the label itself where its mere presence is the answer.</summary>
    public static IEnumerable<Candidate> Find(FieldMeaning field, LabelHit hit)
    {
        if (field.Kind != ValueKind.Boolean)
        {
            yield break;
        }

        var sheet = hit.Sheet;
        foreach (var box in sheet.Page.CheckBoxes.Where(b => IsOnRow(b.Box, hit, sheet)))
        {
            // A square stands left of its own label more often than right of it.
            var (left, right) = (hit.Box.Left - box.Box.Right, box.Box.Left - hit.Box.Right);
            var distance =
                left >= -sheet.LineHeightInWidths ? Math.Max(0, left)
                : right >= -sheet.LineHeightInWidths ? Math.Max(0, right) + 0.01
                : MaxDistance;
            if (distance < MaxDistance)
            {
                yield return Ticked(field, hit, box, 1 - (1.5 * distance));
            }
        }

        foreach (var box in sheet.Page.CheckBoxes.Where(b => IsBelow(b.Box, hit, sheet)))
        {
            yield return Ticked(field, hit, box, BelowFactor);
        }

        if (
            field.Schema.Type == Documents.Schemas.ScalarType.Boolean
            && field.Concept is not null
            && hit.First.Tokens.Count == hit.Tokens.Count
        )
        {
            var run = new Run(hit.Tokens);
            yield return new Candidate(field, new Reading(run, run.Text, 1) { IsPresence = true }, hit.Score * LabelAloneScore, null);
        }
    }

    private static bool IsOnRow(BoundingBox box, LabelHit hit, Sheet sheet)
    {
        var first = hit.Tokens[0].Box;
        return Math.Abs(box.CenterY - first.CenterY) < MaxRowShift * Math.Max(sheet.LineHeight, Math.Min(box.Height, 2 * sheet.LineHeight));
    }

    // In a cell of its own, with the label above.
    private static bool IsBelow(BoundingBox box, LabelHit hit, Sheet sheet) =>
        box.CenterX > hit.Box.Left
        && box.CenterX < hit.Box.Right
        && (box.Top - hit.Box.Bottom) / sheet.LineHeight is > 0 and < MaxLinesBelow;

    private static Candidate Ticked(FieldMeaning field, LabelHit hit, CheckBox box, double closeness) =>
        new(field, Mark(box, hit.Sheet.PageNumber), hit.Score * closeness, hit) { Source = SupportSource.CheckBox, Closeness = closeness };

    private static Reading Mark(CheckBox box, int pageNumber)
    {
        var text = box.IsSelected ? "selected" : "unselected";
        return new Reading(new Run([new Token(text, box.Box, pageNumber, box.Confidence)]), text, Math.Max(0.5, box.Confidence));
    }
}
