using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Pipeline.Extraction.Candidates;
using GroundedDocs.Pipeline.Extraction.Labels;
using GroundedDocs.Pipeline.Extraction.Meanings;
using GroundedDocs.Pipeline.Extraction.Values;

namespace GroundedDocs.Pipeline.Extraction.Forms;

/// <summary>
/// Candidates on forms that were filled in on a computer: what stands in a form field is a value for certain, so the field
/// nearest to a label is its answer, whatever other print lies between.
/// </summary>
internal static class FilledInCandidates
{
    private const double MaxLinesBelow = 4.5;
    private const double MaxLinesAbove = 2;
    private const double AboveFactor = 0.75;
    private const double FilledInFactor = 1.12;

    // Below other words of the phrase that the label is part of: "2 Country of citizenship".
    private const double PhraseFactor = 0.85;
    private const double LineCost = 0.04;
    private const double ColumnCost = 0.5;

    /// <summary>The form fields below, right of and right above one label, the nearest ones the surest.</summary>
    public static IEnumerable<Candidate> Find(FieldMeaning field, LabelHit hit)
    {
        if (!hit.Sheet.IsFilledInForm || field.Kind == ValueKind.Boolean)
        {
            yield break;
        }

        foreach (var segment in hit.Sheet.Segments.Where(s => s.Tokens[0].IsFilledIn))
        {
            var closeness = Closeness(hit, segment.Box);
            var reading =
                closeness <= 0
                    ? null
                    : TypedReader.Read(field, segment.ToRun()) ?? (field.IsKindSoft ? TypedReader.Whole(segment.ToRun(), 0.9) : null);
            if (reading is not null)
            {
                yield return new Candidate(field, reading, Math.Min(1, hit.Score * FilledInFactor) * closeness * reading.Fit, hit)
                {
                    Source = SupportSource.FormField,
                    Closeness = closeness,
                };
            }
        }
    }

    // 1 right below or right beside the label, less with every line and column between them, 0 out of reach.
    private static double Closeness(LabelHit hit, BoundingBox box)
    {
        var height = hit.Sheet.LineHeight;
        var lines = (box.Top - hit.Box.Bottom) / height;
        var gap = box.Left - hit.Box.Right;
        if (hit.Box.VerticalOverlap(box) > 0.4 && gap > -hit.Sheet.LineHeightInWidths)
        {
            return 1 - (ColumnCost * Math.Max(0, gap));
        }

        var isBelow = lines is > -1 and <= MaxLinesBelow;
        var below = 1 - (LineCost * Math.Max(0, lines)) - (ColumnCost * Math.Abs(box.Left - hit.Box.Left) * 0.5);
        if (!SharesColumn(hit.Box, box))
        {
            return isBelow && SharesColumn(hit.First.Box, box) ? PhraseFactor * below : 0;
        }

        return isBelow ? below
            : (hit.Box.Top - box.Bottom) / height is > -1 and <= MaxLinesAbove ? AboveFactor
            : 0;
    }

    private static bool SharesColumn(BoundingBox label, BoundingBox box) => box.Left < label.Right && box.Right > label.Left;
}
