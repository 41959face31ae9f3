using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>
/// On which side of its marks (check boxes, and crosses typed or written on a line) a page prints their labels: in a row of
/// marks each label stands between two, and only the habit of the page tells to which it belongs.
/// </summary>
internal sealed class MarkSides(DocumentIndex index)
{
    private const int MinMarks = 2;
    private const double ClearShare = 0.65;
    private const double OtherSideWeight = 0.5;
    private const double MinOverlap = 0.5;

    private readonly Lazy<double[]> rightShares = new(() => RightShares(index));

    /// <summary>Whether a place is a check box or a cross that ticks something off.</summary>
    public bool IsMark(Place place) => place.CheckBox >= 0 || (place.Words.Count == 1 && IsCross(index, place.FirstWord));

    /// <summary>What a word left of a mark counts, 0..1.</summary>
    public double LeftWeight(int page) => rightShares.Value[page] >= ClearShare ? OtherSideWeight : 1;

    /// <summary>What a word right of a mark counts, 0..1.</summary>
    public double RightWeight(int page) => rightShares.Value[page] <= 1 - ClearShare ? OtherSideWeight : 1;

    private static bool IsCross(DocumentIndex index, int word) =>
        index.SqueezedOf(word) is "x" || index.Words[word].Source.Text is "✓" or "✔";

    private static double[] RightShares(DocumentIndex index)
    {
        var words = Enumerable.Range(0, index.Words.Length).ToLookup(w => (index.Words[w].PageIndex, IsCross(index, w)));
        var boxes = index.CheckBoxes.ToLookup(b => b.PageIndex, b => b.Source.Box);
        return [.. Enumerable.Range(0, index.PageCount).Select(page => RightShare(page))];

        double RightShare(int page)
        {
            var crosses = words[(page, true)].Select(w => index.Words[w].Box);
            var labels = words[(page, false)].Where(w => index.Words[w].SqueezedLength > 0).Select(w => index.Words[w].Box);
            return MarkSides.RightShare([.. boxes[page], .. crosses], [.. labels]);
        }
    }

    // Share of the marks whose nearest word stands on the right; a half where there are too few to tell.
    private static double RightShare(List<BoundingBox> marks, List<BoundingBox> labels)
    {
        var (right, left) = (0, 0);
        foreach (var mark in marks)
        {
            var (gapLeft, gapRight) = Gaps(mark, labels);
            right += gapRight < gapLeft ? 1 : 0;
            left += gapLeft < gapRight ? 1 : 0;
        }

        return right + left < MinMarks ? 0.5 : right / (double)(right + left);
    }

    private static (double Left, double Right) Gaps(BoundingBox mark, List<BoundingBox> labels)
    {
        var (left, right) = (double.MaxValue, double.MaxValue);
        foreach (var label in labels.Where(label => label.VerticalOverlap(mark) >= MinOverlap))
        {
            if (label.CenterX < mark.CenterX)
            {
                left = Math.Min(left, Math.Max(0, mark.Left - label.Right));
            }
            else
            {
                right = Math.Min(right, Math.Max(0, label.Left - mark.Right));
            }
        }

        return (left, right);
    }
}
