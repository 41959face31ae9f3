using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
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
    // In line heights: what is read around a model's box and below a label.
    private const double BoxMargin = 2;
    private const double BelowLabel = 4;
    private const double RightOfLabel = 40;

    /// <summary>The regions, in the order of the fields, without repetition.</summary>
    public IReadOnlyList<PageRegion> For(IReadOnlyList<Placement> placements, IReadOnlyList<FieldLabel> labels)
    {
        var regions = new List<PageRegion>();
        for (var i = 0; i < placements.Count && regions.Count < Limits.MaxRegionsToReadAgain; i++)
        {
            if (
                placements[i].Chosen is null
                && !placements[i].Field.Value.IsNull
                && RegionOf(placements[i], labels[i]) is { } region
                && !regions.Contains(region)
            )
            {
                regions.Add(region);
            }
        }

        return regions;
    }

    private PageRegion? RegionOf(Placement placement, FieldLabel label)
    {
        if (placement.Field.Prediction is { PageNumber: { } number, RoughBox: { IsDrawable: true } rough })
        {
            var page = Enumerable.Range(0, index.PageCount).FirstOrDefault(p => index.PageNumberOf(p) == number, -1);
            return page >= 0 && IsRecognised(page) ? Region(page, Grow(rough, index.Scales[page])) : null;
        }

        return BesideLabel(label);
    }

    // The rarest word of the label says best where it is.
    private PageRegion? BesideLabel(FieldLabel label)
    {
        var best = label
            .Terms.Select(term => (term, Occurrences: vocabulary.Occurrences(term.Word)))
            .Where(t => t.Occurrences.Count > 0)
            .OrderByDescending(t => t.term.Weight / t.Occurrences.Count)
            .FirstOrDefault();
        if (best.Occurrences is not { Count: > 0 } found)
        {
            return null;
        }

        ref readonly var word = ref index.Words[found[0].Word];
        if (!IsRecognised(word.PageIndex))
        {
            return null;
        }

        var scale = index.Scales[word.PageIndex];
        var phrase = index.Segments[word.Segment].Box;
        var right = phrase.Right + (RightOfLabel * scale.LineHeight / scale.Aspect);
        return Region(
            word.PageIndex,
            BoundingBox.FromEdges(phrase.Left, phrase.Top - scale.LineHeight, right, phrase.Bottom + (BelowLabel * scale.LineHeight))
        );
    }

    private static BoundingBox Grow(BoundingBox box, PageScale scale)
    {
        var down = BoxMargin * scale.LineHeight;
        var across = down / scale.Aspect;
        return BoundingBox.FromEdges(box.Left - across, box.Top - down, box.Right + across, box.Bottom + down);
    }

    private PageRegion? Region(int page, BoundingBox box) =>
        box.ClampedToPage() is { IsDrawable: true } onPage ? new PageRegion(index.PageNumberOf(page), onPage) : null;

    private bool IsRecognised(int page)
    {
        var words = index.Layout.Pages[page].Words;
        return words.Count == 0 || words.Any(w => w.Source == WordSource.Recognition);
    }
}
