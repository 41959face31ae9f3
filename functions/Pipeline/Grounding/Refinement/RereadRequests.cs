using GroundedDocs.Documents.Geometry;
using GroundedDocs.Pipeline.Grounding.Assignment;
using GroundedDocs.Pipeline.Grounding.Indexing;
using GroundedDocs.Pipeline.Grounding.Labels;

namespace GroundedDocs.Pipeline.Grounding.Refinement;

/// <summary>
/// Says where values that no text confirms probably stand, so that these regions are read again at a larger scale: where
/// the model pointed, else right of and below the field's label. Only recognised pages: a text layer reads the same twice.
/// </summary>
internal sealed class RereadRequests(DocumentIndex index, LabelVocabulary vocabulary)
{
    // In line heights: what is read around a model's box.
    private const double BoxMargin = 2;

    /// <summary>The regions, in the order of the fields, without repetition.</summary>
    public IReadOnlyList<PageRegion> For(IReadOnlyList<Placement> placements, IReadOnlyList<FieldLabel> labels)
    {
        // Most documents never ask.
        var space = new Lazy<LabelSpace>(() => new LabelSpace(index, vocabulary, placements, labels));
        var regions = new List<PageRegion>();
        for (var i = 0; i < placements.Count && index.HasRecognition && regions.Count < Limits.MaxRegionsToReadAgain; i++)
        {
            if (placements[i].Chosen is null && !placements[i].Field.Value.IsNull)
            {
                regions.AddRange(RegionsOf(placements[i], labels[i], space).Where(region => !regions.Contains(region)));
            }
        }

        return [.. regions.Take(Limits.MaxRegionsToReadAgain)];
    }

    private IReadOnlyList<PageRegion> RegionsOf(Placement placement, FieldLabel label, Lazy<LabelSpace> space)
    {
        if (placement.Field.Prediction is { PageNumber: { } number, RoughBox: { IsDrawable: true } rough })
        {
            var page = Enumerable.Range(0, index.PageCount).FirstOrDefault(p => index.PageNumberOf(p) == number, -1);
            return page >= 0 ? On(page, [Grow(rough, index.Scales[page])]) : [];
        }

        return space.Value.Find(label) is { } found ? On(found.PageIndex, found.Boxes) : [];
    }

    private static BoundingBox Grow(BoundingBox box, PageScale scale)
    {
        var down = BoxMargin * scale.LineHeight;
        var across = down / scale.Aspect;
        return BoundingBox.FromEdges(box.Left - across, box.Top - down, box.Right + across, box.Bottom + down);
    }

    private IReadOnlyList<PageRegion> On(int page, IEnumerable<BoundingBox> boxes) =>
        index.IsRecognised(page)
            ?
            [
                .. boxes
                    .Select(box => box.ClampedToPage())
                    .Where(box => box.IsDrawable)
                    .Select(box => new PageRegion(index.PageNumberOf(page), box)),
            ]
            : [];
}
