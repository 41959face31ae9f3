using GroundedDocs.Documents;
using GroundedDocs.Documents.Layout;
using GroundedDocs.Documents.Pages;
using GroundedDocs.Pipeline.Reading;

namespace GroundedDocs.Adapters.DocumentIntelligence;

/// <summary>
/// Reads pages with Azure AI Document Intelligence where the settings say so, and in process otherwise: also when the service
/// fails, because a page read a little worse is better than a page not read.
/// </summary>
/// <param name="options">Valid settings.</param>
/// <param name="service">The service.</param>
/// <param name="embedded">The reader in process.</param>
public sealed class DocumentIntelligencePageReader(DocumentIntelligenceOptions options, LayoutService service, IPageReader embedded)
    : IPageReader
{
    /// <inheritdoc/>
    public async Task<Result<PageLayout>> ReadAsync(PageImage image, TextLayer textLayer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(textLayer);
        if (options.Use == DocumentIntelligenceUse.ScannedPages && textLayer.Words.Any(word => word.Source == WordSource.TextLayer))
        {
            // Text that turns out to be unsound is read from the picture by the embedded reader; without a picture only the service can.
            var own = await embedded.ReadAsync(image, textLayer, cancellationToken);
            if (own.Failure is null || image.IsDrawn)
            {
                return own;
            }
        }

        var read = await service.AnalyzeAsync(image, cancellationToken);
        if (read.TryGet(out var layout, out var failure))
        {
            return WithFormFields(layout, textLayer);
        }

        var instead = await embedded.ReadAsync(image, textLayer, cancellationToken);
        return instead.Failure is not null && failure.IsTransient ? failure : instead;
    }

    /// <summary>The file knows its own check boxes for certain; the service guesses them from the picture.</summary>
    private static PageLayout WithFormFields(PageLayout layout, TextLayer textLayer) =>
        textLayer.CheckBoxes.Count == 0 || layout.AppliedRotationDegrees != 0
            ? layout
            : layout with
            {
                CheckBoxes =
                [
                    .. textLayer.CheckBoxes,
                    .. layout.CheckBoxes.Where(seen => !textLayer.CheckBoxes.Any(known => known.Box.IntersectionOverUnion(seen.Box) > 0)),
                ],
            };
}
