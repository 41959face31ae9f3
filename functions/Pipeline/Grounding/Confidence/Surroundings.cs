using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Confidence;

/// <summary>Looks whether the print goes on around a place, so that the value may have been cut off there.</summary>
internal sealed class Surroundings(DocumentIndex index, LabelWords labels)
{
    // In line heights.
    private const double MaxGapDown = 0.9;
    private const double Aligned = 0.8;
    private const int RowsBelow = 4;

    /// <summary>Whether a word that is no label stands right before the place.</summary>
    public bool IsOpenLeft(Place place)
    {
        if (place.FirstWord < 0)
        {
            return false;
        }

        var before = place.FirstWord - 1;
        return before >= 0
            && index.Words[before].Segment == index.Words[place.FirstWord].Segment
            && !EndsLabel(index.Words[before].Source.Text)
            && !labels.IsLabel(before);
    }

    /// <summary>Whether a word stands right after the place.</summary>
    public bool IsOpenRight(Place place)
    {
        var after = place.LastWord + 1;
        return place.LastWord >= 0
            && after < index.Words.Length
            && index.Words[after].SqueezedLength > 0
            && index.Words[after].Segment == index.Words[place.LastWord].Segment;
    }

    /// <summary>Whether a line begins right below the last line of the place, at the same edge.</summary>
    public bool IsOpenBelow(Place place)
    {
        if (place.LastWord < 0)
        {
            return false;
        }

        var line = LineStart(place);
        ref readonly var from = ref index.Words[line];
        var scale = index.Scales[from.PageIndex];
        var last = Math.Min(index.Rows.Length - 1, from.Row + RowsBelow);
        for (var row = from.Row + 1; row <= last && index.Rows[row].PageIndex == from.PageIndex; row++)
        {
            for (var word = index.Rows[row].FirstWord; word < index.Rows[row].EndWord; word++)
            {
                var gap = scale.GapDown(from.Box, index.Words[word].Box);
                if (gap is > -0.5 and < MaxGapDown && Math.Abs(scale.Across(index.Words[word].Box.Left - from.Box.Left)) < Aligned)
                {
                    return !labels.IsLabel(word);
                }
            }
        }

        return false;
    }

    private int LineStart(Place place)
    {
        var at = place.Words.Count - 1;
        while (at > 0 && index.Words[place.Words[at - 1]].Row == index.Words[place.Words[at]].Row)
        {
            at--;
        }

        return place.Words[at];
    }

    private static bool EndsLabel(string text) => text.Length > 0 && text[^1] is ':' or '#' or '=' or '|';
}
