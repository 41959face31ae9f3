using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Labels;

/// <summary>
/// On which side of its check boxes a page prints their labels: in a row of boxes each label stands between two, and only the
/// habit of the page tells to which it belongs.
/// </summary>
internal sealed class CheckBoxSides(DocumentIndex index)
{
    private const int MinBoxes = 2;
    private const double ClearShare = 0.65;
    private const double OtherSideWeight = 0.5;
    private const double MinOverlap = 0.5;

    private readonly Lazy<double[]> rightShares = new(() =>
        [.. Enumerable.Range(0, index.PageCount).Select(page => RightShare(index, page))]
    );

    /// <summary>What a word left of a box counts, 0..1.</summary>
    public double LeftWeight(int page) => rightShares.Value[page] >= ClearShare ? OtherSideWeight : 1;

    /// <summary>What a word right of a box counts, 0..1.</summary>
    public double RightWeight(int page) => rightShares.Value[page] <= 1 - ClearShare ? OtherSideWeight : 1;

    // Share of the boxes whose nearest word stands on the right; a half where there are too few to tell.
    private static double RightShare(DocumentIndex index, int page)
    {
        var (right, left) = (0, 0);
        foreach (var box in index.CheckBoxes.Where(b => b.PageIndex == page).Select(b => b.Source.Box))
        {
            var (gapLeft, gapRight) = (double.MaxValue, double.MaxValue);
            foreach (
                var word in index.Words.Where(w => w.PageIndex == page && w.SqueezedLength > 0 && w.Box.VerticalOverlap(box) >= MinOverlap)
            )
            {
                if (word.Box.CenterX < box.CenterX)
                {
                    gapLeft = Math.Min(gapLeft, Math.Max(0, box.Left - word.Box.Right));
                }
                else
                {
                    gapRight = Math.Min(gapRight, Math.Max(0, word.Box.Left - box.Right));
                }
            }

            right += gapRight < gapLeft ? 1 : 0;
            left += gapLeft < gapRight ? 1 : 0;
        }

        return right + left < MinBoxes ? 0.5 : right / (double)(right + left);
    }
}
