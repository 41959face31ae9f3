using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Candidates;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Results;

/// <summary>
/// Finds the same field on other pages: the value printed at the same place of the page, as running headers do. One
/// occurrence a page; anything else that prints the value is an alternative.
/// </summary>
internal sealed class PageRepeats(DocumentIndex index)
{
    // In line heights: headers wander that much from page to page.
    private const double Tolerance = 1.5;

    /// <summary>The other places, in page order; none for cells of tables.</summary>
    public IReadOnlyList<Place> Of(Placement placement, FieldCandidate chosen)
    {
        if (placement.Field.IsCell || index.PageCount == 1)
        {
            return [];
        }

        return
        [
            .. placement
                .Candidates.Select(c => c.Candidate)
                .Where(c =>
                    c.PageIndex != chosen.Candidate.PageIndex && c.Tier == chosen.Candidate.Tier && IsSamePlace(c, chosen.Candidate)
                )
                .DistinctBy(c => c.PageIndex)
                .OrderBy(c => c.PageIndex)
                .Select(c => c.Place),
        ];
    }

    private bool IsSamePlace(Candidate one, Candidate other)
    {
        var scale = index.Scales[one.PageIndex];
        return Math.Abs(scale.Across(one.Box.Left - other.Box.Left)) <= Tolerance
            && Math.Abs(scale.Down(one.Box.CenterY - other.Box.CenterY)) <= Tolerance;
    }
}
