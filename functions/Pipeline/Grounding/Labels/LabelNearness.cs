using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>How strongly one printed word, by where it stands, announces a place: beside it, above it, or at the head of its section.</summary>
internal sealed class LabelNearness(DocumentIndex index)
{
    private const double LeftReach = 18;
    private const double RightReach = 4;
    private const double RightWeight = 0.3;
    private const double MarkRightWeight = 0.95;
    private const double AboveReach = 2.5;
    private const double AboveWeight = 0.9;

    // The heading of two columns stands over the inner edges of both, in line heights.
    private const double ColumnEdge = 0.25;

    // The word itself is not above the value, but the phrase it belongs to is.
    private const double PhraseWeight = 0.8;
    private const double HeadingReach = 10;
    private const double HeadingWeight = 0.35;

    // What standing half a line higher or lower takes: the lines of dense forms overlap.
    private const double SlopeCost = 0.3;

    // Typewriters and pens miss the printed line, by up to this many line heights, and all values of a form by as much: the
    // weight falls with the square, so that each in its turn is likelier than one on its line and the next two lines off.
    private const double SlippedReach = 1.5;
    private const double SlippedWeight = 0.9;

    private readonly MarkSides sides = new(index);

    /// <summary>0 when the word says nothing about the place, 1 right beside it.</summary>
    public double Of(int word, Candidate candidate)
    {
        ref readonly var label = ref index.Words[word];
        if (label.PageIndex != candidate.PageIndex || IsOwnWord(word, candidate.Place))
        {
            return 0;
        }

        var scale = index.Scales[label.PageIndex];
        var box = ValueStart(candidate);
        if (label.Box.VerticalOverlap(box) is >= 0.5 and var overlap)
        {
            return (1 - (SlopeCost * (1 - overlap))) * Beside(label.Box, box, scale, candidate);
        }

        var slip = Math.Abs(scale.Down(label.Box.CenterY - box.CenterY)) / SlippedReach;
        var slipped = slip < 1 ? SlippedWeight * (1 - (slip * slip)) * Beside(label.Box, box, scale, candidate) : 0;
        return Math.Max(slipped, Above(label, box, scale, candidate));
    }

    private double Above(in IndexedWord label, BoundingBox value, PageScale scale, Candidate candidate)
    {
        var gap = scale.GapDown(label.Box, value);
        if (gap < -0.5)
        {
            return 0;
        }

        var aligned =
            IsAbove(label.Box, candidate.Box, scale) ? 1
            : IsAbove(index.Segments[label.Segment].Box, candidate.Box, scale) ? PhraseWeight
            : 0;
        aligned *= AboveWeight / (1 + Math.Max(0, gap / AboveReach));
        var heading = label.Box.Left <= value.Right ? HeadingWeight / (1 + Math.Max(0, gap / HeadingReach)) : 0;
        return Math.Max(aligned, heading);
    }

    private static bool IsAbove(BoundingBox label, BoundingBox value, PageScale scale) =>
        Math.Max(scale.GapAcross(label, value), scale.GapAcross(value, label)) < ColumnEdge
        || Math.Abs(scale.Across(label.Left - value.Left)) < 1;

    private double Beside(BoundingBox label, BoundingBox value, PageScale scale, Candidate candidate)
    {
        var isMark = sides.IsMark(candidate.Place);
        if (label.CenterX <= value.CenterX)
        {
            var left = isMark ? sides.LeftWeight(candidate.PageIndex) : 1;
            return left / (1 + (Math.Max(0, scale.GapAcross(label, value)) / LeftReach));
        }

        var right = isMark ? MarkRightWeight * sides.RightWeight(candidate.PageIndex) : RightWeight;
        return right / (1 + (Math.Max(0, scale.GapAcross(value, label)) / RightReach));
    }

    // A value of several lines is announced where it begins.
    private BoundingBox ValueStart(Candidate candidate) =>
        candidate.Place.CheckBox >= 0 ? candidate.Box : index.Words[candidate.Place.FirstWord].Box;

    private static bool IsOwnWord(int word, Place place)
    {
        for (var i = 0; i < place.Words.Count; i++)
        {
            if (place.Words[i] == word)
            {
                // The label may stand inside the first word, before the value: Total:9.00.
                return i > 0 || place.StartChar == 0;
            }
        }

        return false;
    }
}
