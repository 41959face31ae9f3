using GroundedDocs.Documents.Geometry;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Documents.Predictions;
using GroundedDocs.Documents.Results;
using GroundedDocs.Documents.Schemas;
using GroundedDocs.Orchestration.Runs;
using GroundedDocs.Orchestration.Storage;
using GroundedDocs.Pipeline.Grounding;

namespace GroundedDocs.Orchestration.Work;

/// <summary>
/// The second look: regions where grounding misses a value are rendered larger and read again, once, and the document is
/// grounded again. The second outcome counts only if it finds more.
/// </summary>
internal sealed class RegionRefinement(Stages stages, WorkStore work, Limits limits)
{
    /// <summary>Small print that OCR missed is readable at twice the size; more adds noise, not detail.</summary>
    private const double Scale = 2;

    public async Task<GroundingOutcome> RefineAsync(
        RunKey run,
        DocumentLayout layout,
        DocumentSchema schema,
        Prediction prediction,
        GroundingOutcome first,
        CancellationToken cancellationToken
    )
    {
        using var copy = await work.Blobs.FetchAsync(WorkBlobs.Source(run), cancellationToken);
        if (copy is null)
        {
            return first;
        }

        var source = new SourceDocument("document", copy.Path);
        var pages = layout.Pages.ToDictionary(page => page.PageNumber);
        var changed = false;
        foreach (var region in first.RegionsToReadAgain.Take(limits.RegionsReadAgain))
        {
            if (
                pages.TryGetValue(region.PageNumber, out var page)
                && await ReadAgainAsync(source, page, region.Box, cancellationToken) is { } better
            )
            {
                pages[region.PageNumber] = better;
                changed = true;
            }
        }

        if (!changed)
        {
            return first;
        }

        var reread = new DocumentLayout([.. layout.Pages.Select(page => pages[page.PageNumber])]);
        var second = stages.Grounder.Ground(reread, schema, prediction);
        return Located(second.Document) > Located(first.Document) ? second : first;
    }

    private async Task<PageLayout?> ReadAgainAsync(
        SourceDocument source,
        PageLayout page,
        BoundingBox region,
        CancellationToken cancellationToken
    )
    {
        var onFile = new PageRegion(page.PageNumber, UprightTurn.Undo(region, page.AppliedRotationDegrees));
        var rendered = await stages.Splitter.RenderRegionAsync(source, onFile, Scale, cancellationToken);
        if (!rendered.TryGet(out var picture, out _))
        {
            return null;
        }

        var read = await stages.Reader.ReadAsync(picture, TextLayer.Empty, cancellationToken);
        return read.TryGet(out var found, out _) && found.Words.Count > 0 && found.AppliedRotationDegrees == page.AppliedRotationDegrees
            ? RegionPatch.Apply(page, region, found)
            : null;
    }

    private static int Located(GroundedDocument document) => document.Fields.Count(field => field.Boxes.Count > 0);
}
