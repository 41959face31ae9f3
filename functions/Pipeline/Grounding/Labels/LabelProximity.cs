using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>How strongly the words around a place announce a field: its label to the left or above, its section's heading before it.</summary>
internal sealed class LabelProximity(DocumentIndex index, LabelVocabulary vocabulary)
{
    private readonly CheckBoxSides sides = new(index);
    private const double LeftReach = 18;
    private const double AboveReach = 2.5;
    private const double AboveWeight = 0.9;

    // The word itself is not above the value, but the phrase it belongs to is.
    private const double PhraseWeight = 0.8;
    private const double HeadingReach = 10;
    private const double HeadingWeight = 0.35;
    private const double RightWeight = 0.3;

    // What standing half a line higher or lower takes: the lines of dense forms overlap.
    private const double SlopeCost = 0.3;
    private const double CheckBoxRightWeight = 0.95;

    // A common word says little from afar; right beside a value it is its label all the same.
    private const double CommonWordCount = 6;
    private const double NeededShare = 0.75;

    /// <summary>0 when nothing announces the field, 1 when all words of its label stand right beside the place.</summary>
    public double Of(FieldLabel label, Candidate candidate)
    {
        if (label.ConceptCount == 0)
        {
            return 0;
        }

        Span<double> best = stackalloc double[label.ConceptCount];
        var possible = 0.0;
        var concept = -1;
        foreach (var term in label.Terms)
        {
            if (term.Concept != concept)
            {
                concept = term.Concept;
                possible += term.Weight;
            }

            var occurrences = vocabulary.Occurrences(term.Word);
            var near = Nearest(occurrences, candidate);
            var commonness = Math.Max(0, occurrences.Count - 1) / CommonWordCount;
            best[term.Concept] = Math.Max(best[term.Concept], term.Weight * near / (1 + (commonness * (1 - near))));
        }

        var sum = 0.0;
        foreach (var found in best)
        {
            sum += found;
        }

        // A label of many words need not be printed whole.
        return Math.Min(1, sum / Math.Max(1, possible * NeededShare));
    }

    private double Nearest(IReadOnlyList<LabelOccurrence> occurrences, Candidate candidate)
    {
        var best = 0.0;
        var from = occurrences.Count <= Limits.MaxLabelOccurrences ? 0 : FirstNear(occurrences, candidate);
        var to = Math.Min(occurrences.Count, from + Limits.MaxLabelOccurrences);
        for (var i = from; i < to; i++)
        {
            best = Math.Max(best, occurrences[i].Quality * Proximity(occurrences[i].Word, candidate));
        }

        return best;
    }

    // Labels precede their values: three quarters of the window lie before the candidate.
    private static int FirstNear(IReadOnlyList<LabelOccurrence> occurrences, Candidate candidate)
    {
        var low = 0;
        var high = occurrences.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = occurrences[middle].Word < candidate.Place.FirstWord ? (middle + 1, high) : (low, middle);
        }

        return Math.Clamp(low - (Limits.MaxLabelOccurrences * 3 / 4), 0, occurrences.Count - Limits.MaxLabelOccurrences);
    }

    private double Proximity(int word, Candidate candidate)
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
            var level = 1 - (SlopeCost * (1 - overlap));
            return level * Beside(label.Box, box, scale, candidate);
        }

        var gap = scale.GapDown(label.Box, box);
        if (gap < -0.5)
        {
            return 0;
        }

        var aligned =
            IsAbove(label.Box, candidate.Box, scale) ? 1
            : IsAbove(index.Segments[label.Segment].Box, candidate.Box, scale) ? PhraseWeight
            : 0;
        aligned *= AboveWeight / (1 + Math.Max(0, gap / AboveReach));
        var heading = label.Box.Left <= box.Right ? HeadingWeight / (1 + Math.Max(0, gap / HeadingReach)) : 0;
        return Math.Max(aligned, heading);
    }

    private static bool IsAbove(BoundingBox label, BoundingBox value, PageScale scale) =>
        label.HorizontalOverlap(value) > 0 || Math.Abs(scale.Across(label.Left - value.Left)) < 1;

    private double Beside(BoundingBox label, BoundingBox value, PageScale scale, Candidate candidate)
    {
        var isCheckBox = candidate.Place.CheckBox >= 0;
        if (label.CenterX <= value.CenterX)
        {
            var left = isCheckBox ? sides.LeftWeight(candidate.PageIndex) : 1;
            return left / (1 + (Math.Max(0, scale.GapAcross(label, value)) / LeftReach));
        }

        var right = isCheckBox ? CheckBoxRightWeight * sides.RightWeight(candidate.PageIndex) : RightWeight;
        return right / (1 + (Math.Max(0, scale.GapAcross(value, label)) / 4));
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
