using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Results;
using GroundedDocs.Pipeline.Grounding.Fields;
using GroundedDocs.Pipeline.Grounding.Indexing;

namespace GroundedDocs.Pipeline.Grounding.Results;

/// <summary>
/// Offers a model's own box that no text confirms as an alternative, never as a result: snapped to the words it covers,
/// or as it is where it covers none.
/// </summary>
internal sealed class ModelBoxAlternative(DocumentIndex index)
{
    /// <summary>The alternative, or none when the model did not point anywhere on the document.</summary>
    public IReadOnlyList<Alternative> Of(FieldTarget field)
    {
        if (field.Prediction is not { PageNumber: { } page, RoughBox: { IsDrawable: true } rough } || !rough.ClampedToPage().IsDrawable)
        {
            return [];
        }

        var covered = Covered(page, rough);
        var box = covered.Count > 0 ? BoundingBox.Enclosing(covered.Select(w => w.Box)) : rough;
        var text = string.Join(' ', covered.Select(w => w.Source.Text));
        var confidence = covered.Count > 0 ? covered.Min(w => w.Source.Confidence) : 0;
        return
        [
            new Alternative([new GroundedBox(new PageRegion(page, box.ClampedToPage()), text, confidence)], 0, AlternativeSource.Model),
        ];
    }

    private List<IndexedWord> Covered(int pageNumber, BoundingBox rough) =>
        [
            .. index.Words.Where(word =>
                index.PageNumberOf(word.PageIndex) == pageNumber
                && word.Box.CenterX >= rough.Left
                && word.Box.CenterX <= rough.Right
                && word.Box.CenterY >= rough.Top
                && word.Box.CenterY <= rough.Bottom
            ),
        ];
}
